package io.xunbao.indexer.catalog;

import java.util.function.BiConsumer;

/**
 * Attributes written as one text: {@code [品牌: 汉尚华莲, 适用年龄: 18-25周岁, 尺码: XS S M]}.
 *
 * <p>The form does not escape, so values may hold its own delimiters. A comma ends a value only
 * where a name follows it: a comma and a space, then text without a space or a comma, then a colon
 * and a space. Any other comma or colon belongs to the value.
 */
final class BracketedAttributes {
  private BracketedAttributes() {}

  static void read(String text, BiConsumer<String, String> attribute) {
    String body = text.strip();
    if (body.startsWith("[") && body.endsWith("]")) {
      body = body.substring(1, body.length() - 1);
    }
    int name = 0;
    while (name < body.length()) {
      int colon = colonOfName(body, name);
      if (colon < 0) {
        return;
      }
      int end = endOfValue(body, colon + 1);
      String value = body.substring(colon + 1, end).strip();
      if (!value.isEmpty()) {
        attribute.accept(body.substring(name, colon).strip(), value);
      }
      name = end + 1;
    }
  }

  /** The colon that ends the name which begins at a place, or -1. */
  private static int colonOfName(String body, int from) {
    int colon = body.indexOf(": ", from);
    return colon < 0 && body.endsWith(":") && body.lastIndexOf(':') >= from
        ? body.length() - 1
        : colon;
  }

  private static int endOfValue(String body, int from) {
    for (int comma = body.indexOf(", ", from); comma >= 0; comma = body.indexOf(", ", comma + 1)) {
      if (nameFollows(body, comma + 2)) {
        return comma;
      }
    }
    return body.length();
  }

  private static boolean nameFollows(String body, int from) {
    int colon = colonOfName(body, from);
    if (colon <= from) {
      return false;
    }
    for (int i = from; i < colon; i++) {
      char c = body.charAt(i);
      if (c == ' ' || c == ',' || c == ':') {
        return false;
      }
    }
    return true;
  }
}
