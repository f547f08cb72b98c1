package io.xunbao.queryapi.http;

import io.xunbao.queryapi.web.WebFile;
import java.util.Map;

/** {@code GET /openapi.yaml}: the description of this API. */
final class OpenApiEndpoint implements Endpoint {
  private final Reply description;

  OpenApiEndpoint(WebFile file) {
    this.description =
        new Reply(200, file.mediaType(), file.bytes(), Map.of("Cache-Control", "no-cache"));
  }

  @Override
  public String path() {
    return "/openapi.yaml";
  }

  @Override
  public Reply answer(Parameters parameters) {
    return description;
  }
}
