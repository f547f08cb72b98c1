package io.xunbao.flinkjobs.behaviour;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads single fields of an event's JSON within their bounds. */
final class EventFields {
  private static final int MAX_TEXT = 1024;

  private EventFields() {}

  /** A text, or null where it is absent or blank. */
  static @Nullable String text(ObjectNode fields, String name) throws BrokenRule {
    JsonNode value = fields.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw new BrokenRule(
          "event." + name, name + " must be a text", value.getNodeType().toString());
    }
    String text = value.asString();
    requireShort(name, text);
    return text.isBlank() ? null : text;
  }

  static String required(ObjectNode fields, String name) throws BrokenRule {
    String text = text(fields, name);
    if (text == null) {
      throw new BrokenRule("event." + name, name + " must not be blank", null);
    }
    return text;
  }

  /** A whole number from 0 to a maximum, or null where it is absent. */
  static @Nullable Long whole(ObjectNode fields, String name, long max) throws BrokenRule {
    String text = text(fields, name);
    if (text == null) {
      return null;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= max) {
        return number;
      }
    } catch (NumberFormatException notWhole) {
      throw new BrokenRule(rule(name), name + " must be a whole number", text);
    }
    throw new BrokenRule(rule(name), name + " must be in 0.." + max, text);
  }

  /** A value as text, whatever it is. */
  static String any(ObjectNode fields, String name) throws BrokenRule {
    JsonNode value = fields.path(name);
    String text = value.isValueNode() ? value.asString() : value.toString();
    requireShort(name, text);
    return text;
  }

  private static void requireShort(String name, String text) throws BrokenRule {
    if (text.length() > MAX_TEXT) {
      throw new BrokenRule(
          "event.size",
          name + " must have at most " + MAX_TEXT + " characters",
          text.length() + " characters");
    }
  }

  private static String rule(String name) {
    return "event." + name.toLowerCase(Locale.ROOT);
  }
}
