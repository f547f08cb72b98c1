package io.xunbao.queryapi.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import java.util.List;

/** What browsers are told on every answer, so that a page can load and send only to this server. */
final class SecurityHeaders {
  /** The policy of answers that are no page: nothing may run in them or frame them. */
  static final Header NO_PAGE =
      HeaderValues.createCached(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");

  static final List<Header> ALWAYS =
      List.of(
          HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
          HeaderValues.createCached("Referrer-Policy", "no-referrer"),
          HeaderValues.createCached("Cross-Origin-Opener-Policy", "same-origin"),
          HeaderValues.createCached("Cross-Origin-Resource-Policy", "same-origin"),
          HeaderValues.createCached("X-Frame-Options", "DENY"));

  private SecurityHeaders() {}
}
