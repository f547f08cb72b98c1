package io.xunbao.queryapi.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a query string strictly: {@code name=value} joined by {@code &}, percent-encoded UTF-8, a
 * plus for a space (application/x-www-form-urlencoded). What lenient readers guess at (broken
 * escapes, bytes that are no UTF-8) is refused here, so that no query is silently changed.
 */
final class QueryString {
  private static final int MAX_PAIRS = 200;

  private QueryString() {}

  /**
   * The values by name, in the order of the string.
   *
   * @throws ProblemException when the string breaks the form
   */
  static Map<String, List<String>> parse(String raw) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (raw.isEmpty()) {
      return values;
    }
    String[] pairs = raw.split("&", MAX_PAIRS + 1);
    if (pairs.length > MAX_PAIRS) {
      throw Problems.malformedQuery(
          "a query string may have " + MAX_PAIRS + " parameters, got more: leave some out");
    }
    for (String pair : pairs) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        values.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(value);
      }
    }
    return values;
  }

  private static String decode(String encoded) {
    byte[] bytes = new byte[encoded.length()];
    int length = 0;
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        bytes[length++] = escaped(encoded, i);
        i += 2;
      } else if (c >= 0x80) {
        throw Problems.malformedQuery(
            "a query string must be percent-encoded UTF-8, got a byte that is not");
      } else {
        bytes[length++] = (byte) (c == '+' ? ' ' : c);
      }
    }
    return text(ByteBuffer.wrap(bytes, 0, length));
  }

  private static byte escaped(String encoded, int at) {
    int high = at + 2 < encoded.length() ? Character.digit(encoded.charAt(at + 1), 16) : -1;
    int low = at + 2 < encoded.length() ? Character.digit(encoded.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0) {
      String got = encoded.substring(at, Math.min(encoded.length(), at + 3));
      throw Problems.malformedQuery(
          "% must be followed by two hexadecimal digits, got "
              + Problems.shown(got)
              + ": write %25 for a percent sign");
    }
    return (byte) (high << 4 | low);
  }

  private static String text(ByteBuffer bytes) {
    try {
      CharBuffer chars =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes);
      return chars.toString();
    } catch (CharacterCodingException e) {
      throw Problems.malformedQuery(
          "the percent-encoded bytes must be UTF-8, and are not: encode the text as UTF-8");
    }
  }
}
