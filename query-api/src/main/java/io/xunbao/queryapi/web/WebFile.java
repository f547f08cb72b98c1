package io.xunbao.queryapi.web;

/**
 * One file of the site.
 *
 * @param mediaType with its charset where it is a text
 * @param bytes the content
 */
public record WebFile(String mediaType, byte[] bytes) {
  static String mediaType(String name) {
    String suffix = name.substring(name.lastIndexOf('.') + 1);
    return switch (suffix) {
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "html" -> "text/html; charset=utf-8";
      case "svg" -> "image/svg+xml; charset=utf-8";
      case "json" -> "application/json";
      case "yaml" -> "application/yaml; charset=utf-8";
      default -> throw new IllegalArgumentException("no media type is known for " + name);
    };
  }
}
