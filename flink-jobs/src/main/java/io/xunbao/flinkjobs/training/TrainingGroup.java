package io.xunbao.flinkjobs.training;

import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.feedback.ImpressionJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The products of one impression with what came of each: the form that {@code train ltr --groups}
 * reads, one group a line.
 *
 * @param impression id of the impression
 * @param at when it was served, in ISO form
 * @param schema fingerprint of the features; null where none were computed
 * @param features their names
 */
public record TrainingGroup(
    String impression,
    String query,
    String at,
    @Nullable String schema,
    List<String> features,
    List<Item> items) {
  private static final JsonMapper JSON = new JsonMapper();

  public TrainingGroup {
    Objects.requireNonNull(impression, "impression");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(at, "at");
    features = List.copyOf(features);
    items = List.copyOf(items);
  }

  /**
   * One product.
   *
   * @param position from 1
   * @param propensity how probably it was looked at
   * @param label what came of it: 0 nothing, 1 opened, 2 kept or put into the cart, 3 bought
   * @param features as they were served; NaN is missing
   */
  public record Item(
      String product, int position, double propensity, int label, double[] features) {}

  /** The group of an impression, with the label of each product that has one. */
  static TrainingGroup of(Impression impression, Map<String, Integer> labels) {
    List<Item> items = new ArrayList<>();
    for (Impression.Shown shown : impression.items()) {
      items.add(
          new Item(
              shown.product(),
              shown.position(),
              shown.propensity(),
              labels.getOrDefault(shown.product(), 0),
              shown.features()));
    }
    return new TrainingGroup(
        impression.id(),
        impression.understood().isEmpty() ? impression.query() : impression.understood(),
        impression.at().toString(),
        impression.schema(),
        impression.features(),
        items);
  }

  /** One line of JSON; a missing feature is null. */
  public String toJson() {
    ObjectNode node = JSON.createObjectNode();
    node.put("impression", impression).put("query", query).put("at", at);
    node.put("schema", schema);
    features.forEach(node.putArray("features")::add);
    ArrayNode array = node.putArray("items");
    for (Item item : items) {
      ObjectNode object = array.addObject();
      object.put("product", item.product()).put("position", item.position());
      object.put("propensity", item.propensity()).put("label", item.label());
      ImpressionJson.putNumbers(object.putArray("features"), item.features());
    }
    return JSON.writeValueAsString(node);
  }
}
