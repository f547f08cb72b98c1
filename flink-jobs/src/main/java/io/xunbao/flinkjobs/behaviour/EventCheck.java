package io.xunbao.flinkjobs.behaviour;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.feedback.Pseudonyms;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads lines as events and holds them against the contract; puts the pseudonym in the user's place
 * before anything else is looked at, so that no refusal can carry the id.
 */
final class EventCheck {
  static final int MAX_LINE = 64 * 1024;

  private static final int MAX_DEPTH = 20;
  private static final int MAX_ATTRIBUTES = 64;
  private static final int MAX_SHOWN = 200;
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "user",
          "session",
          "type",
          "product",
          "query",
          "impression",
          "position",
          "dwellMillis",
          "at");

  private final Pseudonyms pseudonyms;
  private final ClockLimits clocks;
  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxDocumentLength(MAX_LINE)
                          .build())
                  .build())
          .build();

  EventCheck(Pseudonyms pseudonyms, ClockLimits clocks) {
    this.pseudonyms = pseudonyms;
    this.clocks = clocks;
  }

  /**
   * The event of a line, or its refusal: exactly one of the two is there.
   *
   * @param accepted under its pseudonym
   */
  record Verdict(@Nullable CheckedEvent accepted, @Nullable RejectedEvent rejected) {}

  Verdict check(RawEvent raw) {
    ObjectNode fields = null;
    try {
      fields = parse(raw.line());
      hideUser(fields);
      return new Verdict(CheckedEvent.of(event(fields, raw.received()), raw), null);
    } catch (BrokenRule broken) {
      return new Verdict(null, broken.of(raw, fields == null ? null : fields.toString()));
    }
  }

  private ObjectNode parse(String line) throws BrokenRule {
    if (line.length() > MAX_LINE) {
      throw new BrokenRule(
          "event.size",
          "an event must have at most " + MAX_LINE + " characters",
          line.length() + " characters");
    }
    JsonNode node;
    try {
      node = json.readTree(line);
    } catch (JacksonException unreadable) {
      throw new BrokenRule("event.json", "an event must be one JSON object", where(unreadable));
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new BrokenRule(
        "event.json", "an event must be one JSON object", node.getNodeType().toString());
  }

  /** Where reading stopped, without the text that stands there. */
  private static String where(JacksonException unreadable) {
    return unreadable.getLocation() == null
        ? "unreadable"
        : "unreadable at character " + unreadable.getLocation().getColumnNr();
  }

  private void hideUser(ObjectNode fields) throws BrokenRule {
    JsonNode user = fields.remove("user");
    String id = user != null && user.isValueNode() && !user.isNull() ? user.asString() : "";
    if (id.isBlank()) {
      throw new BrokenRule("event.user", "user must not be blank", null);
    }
    fields.put("user", pseudonyms.of(id));
  }

  private BehaviourEvent event(ObjectNode fields, long received) throws BrokenRule {
    String id = EventFields.required(fields, "id");
    EventType type = type(EventFields.required(fields, "type"));
    String product = EventFields.text(fields, "product");
    boolean needsProduct = type != EventType.SEARCH && type != EventType.IMPRESSION;
    if (product == null && needsProduct) {
      throw new BrokenRule(
          "event.product", "product must not be blank for a " + type.key(), type.key());
    }
    Instant at = time(EventFields.required(fields, "at"));
    clocks.check(at, received);
    return new BehaviourEvent(
        id,
        EventFields.required(fields, "user"),
        EventFields.text(fields, "session"),
        type,
        product,
        EventFields.text(fields, "query"),
        EventFields.text(fields, "impression"),
        position(fields),
        EventFields.whole(fields, "dwellMillis", Long.MAX_VALUE),
        at,
        attributes(fields));
  }

  private static @Nullable Integer position(ObjectNode fields) throws BrokenRule {
    Long position = EventFields.whole(fields, "position", MAX_SHOWN);
    return position == null ? null : position.intValue();
  }

  private static EventType type(String name) throws BrokenRule {
    try {
      return EventType.of(name);
    } catch (IllegalArgumentException unknown) {
      throw new BrokenRule("event.type", String.valueOf(unknown.getMessage()), name);
    }
  }

  private static Instant time(String text) throws BrokenRule {
    try {
      return Instant.parse(text);
    } catch (DateTimeException unreadable) {
      throw new BrokenRule("clock.format", "at must be a time such as 2026-11-24T10:00:00Z", text);
    }
  }

  private static Map<String, String> attributes(ObjectNode fields) throws BrokenRule {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String name : fields.propertyNames()) {
      if (!FIELDS.contains(name) && !fields.path(name).isNull()) {
        attributes.put(name, EventFields.any(fields, name));
      }
    }
    if (attributes.size() > MAX_ATTRIBUTES) {
      throw new BrokenRule(
          "event.attributes",
          "an event must have at most " + MAX_ATTRIBUTES + " attributes",
          Integer.toString(attributes.size()));
    }
    return attributes;
  }
}
