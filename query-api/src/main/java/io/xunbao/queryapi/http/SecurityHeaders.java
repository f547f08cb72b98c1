package io.xunbao.queryapi.http;

import java.util.Map;

/** What browsers are told on every answer, so that a page can load and send only to this server. */
final class SecurityHeaders {
  /** The policy of answers that are no page: nothing may run in them or frame them. */
  static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox";

  static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "X-Frame-Options", "DENY");

  private SecurityHeaders() {}
}
