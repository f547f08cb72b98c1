package io.xunbao.indexer.catalog;

import java.util.function.BiConsumer;

/**
 * Attributes written as one text: {@code [品牌: 汉尚华莲, 适用年龄: 18-25周岁, 尺码: XS S M]}, or with wide
 * colons {@code [货号：HD651, 选择尺码 ：S，M]}.
 *
 * <p>The form does not escape, so values may hold its own delimiters. A comma ends a value only
 * where a name follows it: a comma and a space, then text without a space, a comma or a colon in
 * it, then a wide colon, or a narrow one and a space. Any other comma or colon belongs to the
 * value.
 */
final class BracketedAttributes {
  private static final char WIDE_COLON = '：';

  private BracketedAttributes() {}

  static void read(String text, BiConsumer<String, String> attribute) {
    String body = text.strip();
    if (body.startsWith("[") && body.endsWith("]")) {
      body = body.substring(1, body.length() - 1);
    }
    int name = 0;
    while (name < body.length()) {
      int colon = colon(body, name);
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

  /** The first colon that can end a name, or -1. */
  private static int colon(String body, int from) {
    for (int i = from; i < body.length(); i++) {
      char c = body.charAt(i);
      boolean narrow = c == ':' && (i + 1 == body.length() || body.charAt(i + 1) == ' ');
      if (c == WIDE_COLON || narrow) {
        return i;
      }
    }
    return -1;
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
    int colon = colon(body, from);
    if (colon <= from) {
      return false;
    }
    String name = body.substring(from, colon).stripTrailing();
    return !name.isEmpty() && name.chars().noneMatch(c -> c == ' ' || c == ',' || c == ':');
  }
}
