package io.xunbao.ranker.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Cards as JSON; a missing value of a golden input is null. */
final class CardJson {
  private CardJson() {}

  static byte[] write(ModelCard card) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode json = mapper.createObjectNode();
    json.put("kind", card.kind());
    json.put("version", card.version());
    json.put("format", card.format());
    json.put("createdAt", card.createdAt());
    json.put("trainingData", card.trainingData());
    json.set("features", mapper.valueToTree(card.features()));
    json.put("schema", card.schema());
    json.set("parameters", mapper.valueToTree(card.parameters()));
    json.set("metrics", mapper.valueToTree(card.metrics()));
    json.set("files", mapper.valueToTree(card.files()));
    var golden = json.putArray("golden");
    for (ModelCard.Golden pair : card.golden()) {
      ObjectNode one = golden.addObject();
      var input = one.putArray("input");
      pair.input().forEach(value -> input.add(value.isNaN() ? null : value));
      one.put("output", pair.output());
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  static ModelCard read(byte[] bytes, Path source) {
    try {
      JsonNode json = JsonMapper.shared().readTree(bytes);
      return new ModelCard(
          text(json, "kind"),
          text(json, "version"),
          text(json, "format"),
          text(json, "createdAt"),
          text(json, "trainingData"),
          list(json.required("features"), JsonNode::stringValue),
          text(json, "schema"),
          map(json.required("parameters"), JsonNode::stringValue),
          map(json.required("metrics"), JsonNode::doubleValue),
          list(json.required("golden"), CardJson::golden),
          map(json.required("files"), JsonNode::stringValue));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new ModelRefused(source + " is no model card: " + e.getMessage(), e);
    }
  }

  private static ModelCard.Golden golden(JsonNode pair) {
    return new ModelCard.Golden(
        list(pair.required("input"), value -> value.isNull() ? Double.NaN : value.doubleValue()),
        pair.required("output").doubleValue());
  }

  private static String text(JsonNode json, String name) {
    return json.required(name).stringValue();
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    List<T> list = new ArrayList<>();
    array.forEach(node -> list.add(element.apply(node)));
    return list;
  }

  private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> value) {
    Map<String, T> map = new LinkedHashMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
    return map;
  }
}
