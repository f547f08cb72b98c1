package io.xunbao.ranker.feedback;

import io.xunbao.ranker.feedback.Impression.Shown;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Impressions as JSON, one a line. A missing feature is {@code null}, since JSON has no NaN. Safe
 * for use by several threads.
 */
public final class ImpressionJson {
  private final JsonMapper json = new JsonMapper();

  public String write(Impression impression) {
    ObjectNode node = json.createObjectNode();
    node.put("id", impression.id());
    put(node, "user", impression.user());
    node.put("query", impression.query()).put("understood", impression.understood());
    node.put("at", impression.at().toString());
    node.put("snapshot", impression.snapshot()).put("ranker", impression.ranker());
    put(node, "model", impression.model());
    put(node, "ruleSet", impression.ruleSet());
    put(node, "experiment", impression.experiment());
    put(node, "arm", impression.arm());
    put(node, "schema", impression.schema());
    impression.features().forEach(node.putArray("features")::add);
    ArrayNode items = node.putArray("items");
    for (Shown shown : impression.items()) {
      ObjectNode item = items.addObject();
      item.put("product", shown.product()).put("position", shown.position());
      item.put("propensity", shown.propensity());
      putNumbers(item.putArray("features"), shown.features());
      put(item, "team", shown.team());
    }
    return json.writeValueAsString(node);
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  /** Appends numbers to an array; NaN and infinity, which JSON lacks, as null. */
  public static void putNumbers(ArrayNode array, double[] numbers) {
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        array.add(number);
      } else {
        array.addNull();
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException which states the rule that the line breaks
   */
  public Impression read(String line) {
    try {
      JsonNode node = json.readTree(line);
      return new Impression(
          required(node, "id"),
          text(node, "user"),
          node.path("query").asString(""),
          node.path("understood").asString(""),
          Instant.parse(required(node, "at")),
          required(node, "snapshot"),
          required(node, "ranker"),
          text(node, "model"),
          text(node, "ruleSet"),
          text(node, "experiment"),
          text(node, "arm"),
          text(node, "schema"),
          names(node.path("features")),
          items(node.path("items")));
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("no impression: " + e.getMessage(), e);
    }
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(name -> names.add(name.asString()));
    return names;
  }

  private static List<Shown> items(JsonNode array) {
    List<Shown> items = new ArrayList<>();
    for (JsonNode item : array) {
      items.add(
          new Shown(
              required(item, "product"),
              item.path("position").asInt(0),
              item.path("propensity").asDouble(0),
              numbers(item.path("features")),
              text(item, "team")));
    }
    return items;
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode number = array.path(i);
      numbers[i] = number.isNumber() ? number.asDouble() : Double.NaN;
    }
    return numbers;
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isString() ? value.asString() : null;
  }

  private static String required(JsonNode node, String name) {
    String text = text(node, name);
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(
          "an impression must have a text as " + name + ", got " + node.path(name));
    }
    return text;
  }
}
