package io.xunbao.queryapi.http;

import io.xunbao.queryapi.web.WebFile;
import io.xunbao.queryapi.web.WebSite;
import java.util.Map;

/** {@code GET /assets/{version}/{+file}}: what pages load, for browsers to keep for ever. */
final class FileEndpoint implements Endpoint {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final WebSite site;

  FileEndpoint(WebSite site) {
    this.site = site;
  }

  @Override
  public String path() {
    return "/assets/{version}/{+file}";
  }

  @Override
  public Reply answer(Parameters parameters) {
    String name = parameters.pathPart("file");
    WebFile file =
        parameters.pathPart("version").equals(site.version()) ? site.file(name).orElse(null) : null;
    if (file == null) {
      throw new ProblemException(
          new Problem(
              "file-not-found",
              "No such file",
              404,
              "this version of the pages has no file " + Problems.shown(name) + ": reload the page",
              null,
              null));
    }
    return new Reply(200, file.mediaType(), file.bytes(), Map.of("Cache-Control", FOR_EVER));
  }
}
