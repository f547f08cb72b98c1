package io.xunbao.ranker.feedback;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as JSON objects of the project's contract. Safe for use by several threads. */
public final class EventJson {
  private final JsonMapper json = new JsonMapper();
  private final EventMapper mapper = new EventMapper(EventMapping.identity());

  /** The event as one line of JSON; attributes stand beside the fields. */
  public String write(BehaviourEvent event) {
    ObjectNode node = json.createObjectNode();
    node.put("id", event.id()).put("user", event.user());
    putText(node, "session", event.session());
    node.put("type", event.type().key());
    putText(node, "product", event.product());
    putText(node, "query", event.query());
    putText(node, "impression", event.impression());
    putText(node, "position", event.position());
    putText(node, "dwellMillis", event.dwellMillis());
    node.put("at", event.at().toString());
    event.attributes().forEach(node::put);
    return json.writeValueAsString(node);
  }

  private static void putText(ObjectNode node, String name, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Integer number -> node.put(name, number);
      case Long number -> node.put(name, number);
      default -> node.put(name, value.toString());
    }
  }

  /**
   * The event of one JSON object.
   *
   * @throws IllegalArgumentException which states the rule and the value that breaks it
   */
  public BehaviourEvent read(String line) {
    JsonNode node;
    try {
      node = json.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("an event must be JSON: " + e.getOriginalMessage(), e);
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException(
          "an event must be a JSON object, got " + node.getNodeType());
    }
    return mapper.map(texts(node), "");
  }

  static Map<String, String> texts(JsonNode object) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      JsonNode value = property.getValue();
      if (!value.isNull()) {
        fields.put(property.getKey(), value.isValueNode() ? value.asString() : value.toString());
      }
    }
    return fields;
  }
}
