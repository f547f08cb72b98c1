package io.xunbao.indexer.quality.report;

import java.util.Locale;

/** Makes text from a catalogue harmless in a page and on a terminal. */
final class Escape {
  private Escape() {}

  /** Text for HTML and SVG, in elements and in quoted attributes. */
  static String html(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(isUnsafe(c) ? visible(c) : String.valueOf(c));
      }
    }
    return out.toString();
  }

  /** Text for a terminal: control characters, which could steer it, become visible. */
  static String controls(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(isUnsafe(c) || c == '\n' || c == '\t' ? visible(c) : String.valueOf(c));
    }
    return out.toString();
  }

  private static boolean isUnsafe(char c) {
    return (c < ' ' && c != '\n' && c != '\t')
        || (c >= 0x7F && c <= 0x9F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static String visible(char c) {
    return String.format(Locale.ROOT, "\\u%04X", (int) c);
  }
}
