package io.xunbao.ranker.interest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The interests of one shopper as the topic {@code interest} carries them.
 *
 * <pre>{@code
 * {"user":"u~...","at":"2026-11-24T10:00:00Z","recent":{"tm-1":2.5},"lasting":{"tm-1":3.0},
 *  "categories":{"面霜":3.0},"short":"BASE64","long":"BASE64"}
 * }</pre>
 *
 * Vectors are IEEE half floats, little-endian, in base64: their error is below 2^-11 of each
 * number, far below what a cosine needs.
 *
 * @param user the pseudonym
 */
public record InterestMessage(String user, LiveInterests interests) {
  /** What names of groups of shoppers begin with, and pseudonyms do not. */
  public static final String GROUP = "group:";

  /** The owner of what all shoppers together care for. */
  public static final String ALL = GROUP + "all";

  private static final JsonMapper JSON = new JsonMapper();
  private static final double DIGITS = 1e4;

  public InterestMessage {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(interests, "interests");
  }

  /** One line of JSON; null, the tombstone of a compacted topic, where nothing is known. */
  public @Nullable String toJson() {
    if (interests.isEmpty()) {
      return null;
    }
    ObjectNode node = JSON.createObjectNode();
    node.put("user", user).put("at", interests.at().toString());
    putAll(node.putObject("recent"), interests.profile().recent());
    putAll(node.putObject("lasting"), interests.profile().lasting());
    putAll(node.putObject("categories"), interests.categories());
    node.put("short", halves(interests.shortTerm()));
    node.put("long", halves(interests.longTerm()));
    return JSON.writeValueAsString(node);
  }

  private static void putAll(ObjectNode node, Map<String, Double> weights) {
    weights.forEach((name, weight) -> node.put(name, Math.round(weight * DIGITS) / DIGITS));
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if it is no such message
   */
  public static InterestMessage fromJson(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      UserProfile profile =
          new UserProfile(
              weights(node.path("recent")),
              weights(node.path("lasting")),
              Instant.parse(node.path("at").asString()));
      return new InterestMessage(
          node.path("user").asString(),
          new LiveInterests(
              profile,
              floats(node.path("short").asString()),
              floats(node.path("long").asString()),
              weights(node.path("categories"))));
    } catch (JacksonException | java.time.DateTimeException e) {
      throw new IllegalArgumentException("no message of interests: " + e.getMessage(), e);
    }
  }

  private static Map<String, Double> weights(JsonNode node) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      weights.put(entry.getKey(), entry.getValue().asDouble());
    }
    return weights;
  }

  private static String halves(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Short.BYTES * vector.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : vector) {
      bytes.putShort(Float.floatToFloat16(value));
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static float[] floats(String base64) {
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
    float[] vector = new float[bytes.remaining() / Short.BYTES];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = Float.float16ToFloat(bytes.getShort());
    }
    return vector;
  }
}
