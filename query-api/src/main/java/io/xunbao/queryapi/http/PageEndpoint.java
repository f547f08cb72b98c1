package io.xunbao.queryapi.http;

import io.xunbao.queryapi.web.WebFile;
import java.util.Map;

/**
 * A page for people, such as {@code /}. Its query string belongs to the page's own script, so any
 * parameter is taken.
 */
final class PageEndpoint implements Endpoint {
  private final String path;
  private final Reply page;

  PageEndpoint(String path, WebFile page, String contentSecurityPolicy) {
    this.path = path;
    this.page =
        new Reply(
            200,
            page.mediaType(),
            page.bytes(),
            Map.of(
                "Cache-Control",
                "no-cache",
                "Content-Security-Policy",
                contentSecurityPolicy,
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=()"));
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public boolean takesAnyParameter() {
    return true;
  }

  @Override
  public Reply answer(Parameters parameters) {
    return page;
  }
}
