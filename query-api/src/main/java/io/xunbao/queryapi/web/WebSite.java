package io.xunbao.queryapi.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All files of the pages, read once from the class path. Everything beside the pages themselves
 * lives under a path that holds a hash of all contents, so that browsers may keep it for ever.
 */
public final class WebSite {
  /** Files under the version path; a test holds this list and the folder together. */
  static final List<String> FILES =
      List.of(
          "storefront.css",
          "storefront.js",
          "api.js",
          "art.js",
          "detail.js",
          "facets.js",
          "format.js",
          "messages.js",
          "parts.js",
          "results.js",
          "searchbox.js",
          "state.js",
          "logo.svg",
          "docs.css",
          "docs.js",
          "lib/lit-html/lit-html.js",
          "lib/lit-html/directive.js",
          "lib/lit-html/directive-helpers.js",
          "lib/lit-html/directives/live.js",
          "lib/lit-html/directives/repeat.js",
          "lib/swagger-ui/swagger-ui-bundle.js",
          "lib/swagger-ui/swagger-ui.css");

  private static final int VERSION_DIGITS = 12;
  private static final String IMPORT_MAP =
      """
      {"imports":{"lit-html":"/assets/%1$s/lib/lit-html/lit-html.js",\
      "lit-html/":"/assets/%1$s/lib/lit-html/"}}\
      """;

  private final Map<String, WebFile> files;
  private final String version;
  private final WebFile storefront;
  private final WebFile docs;
  private final WebFile openApi;
  private final String policy;

  private WebSite(Map<String, WebFile> files) {
    this.files = files;
    this.version = HexFormat.of().formatHex(hash(files)).substring(0, VERSION_DIGITS);
    String map = String.format(Locale.ROOT, IMPORT_MAP, version);
    this.storefront = page("storefront.html", map);
    this.docs = page("docs.html", map);
    this.openApi = read("openapi.yaml");
    this.policy = policy(map);
  }

  /** Reads every file; fails when one is missing from the jar. */
  public static WebSite load() {
    Map<String, WebFile> files = new LinkedHashMap<>();
    FILES.forEach(name -> files.put(name, read(name)));
    return new WebSite(files);
  }

  /** The part of the path under which {@link #file} serves; changes with any content. */
  public String version() {
    return version;
  }

  /** The page at {@code /}. */
  public WebFile storefront() {
    return storefront;
  }

  /** The page that shows the API's description. */
  public WebFile docs() {
    return docs;
  }

  /** The API's description, OpenAPI 3.1. */
  public WebFile openApi() {
    return openApi;
  }

  /** The Content-Security-Policy of the pages: only this server, and the one import map. */
  public String contentSecurityPolicy() {
    return policy;
  }

  /** A file under the version path. */
  public Optional<WebFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private WebFile page(String name, String importMap) {
    WebFile page = read(name);
    String text =
        new String(page.bytes(), StandardCharsets.UTF_8)
            .replace("{{importmap}}", importMap)
            .replace("{{assets}}", "/assets/" + version);
    return new WebFile(page.mediaType(), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String policy(String importMap) {
    byte[] digest = sha256().digest(importMap.getBytes(StandardCharsets.UTF_8));
    String hash = Base64.getEncoder().encodeToString(digest);
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self' 'sha256-" + hash + "'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'");
  }

  private static WebFile read(String name) {
    try (InputStream in = WebSite.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks the page file " + name + ": build it again");
      }
      return new WebFile(WebFile.mediaType(name), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the page file " + name, e);
    }
  }

  private static byte[] hash(Map<String, WebFile> files) {
    MessageDigest digest = sha256();
    files.forEach(
        (name, file) -> {
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          digest.update(file.bytes());
        });
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
