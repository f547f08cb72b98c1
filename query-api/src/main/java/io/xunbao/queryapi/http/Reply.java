package io.xunbao.queryapi.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back to the caller.
 *
 * @param status HTTP status
 * @param mediaType of the body
 * @param body the bytes, not compressed
 * @param headers beside those that every answer carries
 */
record Reply(int status, String mediaType, byte[] body, Map<String, String> headers) {
  private static final String NO_STORE = "no-store";

  Reply {
    headers = Map.copyOf(headers);
  }

  /** An object as JSON that no cache keeps. */
  static Reply json(Object value) {
    return new Reply(200, "application/json", Json.bytes(value), Map.of("Cache-Control", NO_STORE));
  }

  static Reply problem(Problem problem) {
    return new Reply(
        problem.status(),
        Problem.MEDIA_TYPE,
        Json.bytes(problem),
        Map.of("Cache-Control", NO_STORE));
  }

  static Reply text(String mediaType, String text) {
    return new Reply(
        200,
        mediaType + "; charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", NO_STORE));
  }

  Reply withStatus(int other) {
    return new Reply(other, mediaType, body, headers);
  }

  Reply withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, mediaType, body, more);
  }
}
