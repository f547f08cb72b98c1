package io.xunbao.queryapi.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request's parameters, read by name and type; each error names the rule, the value, a way out.
 */
final class Parameters {
  private final Map<String, List<String>> values;
  private final Map<String, String> path;
  private final byte[] body;

  Parameters(Map<String, List<String>> values, Map<String, String> path, byte[] body) {
    this.values = values;
    this.path = path;
    this.body = body;
  }

  /** The request's body, within the limits; empty where the method has none. */
  byte[] body() {
    return body;
  }

  /**
   * Checks that every parameter is known and, unless it may repeat, given once.
   *
   * @throws ProblemException naming the first that is not
   */
  void require(Set<String> known, Set<String> repeatable) {
    values.forEach(
        (name, given) -> {
          if (!known.contains(name)) {
            throw Problems.unknownParameter(name, known);
          }
          if (given.size() > 1 && !repeatable.contains(name)) {
            throw Problems.duplicateParameter(name);
          }
          given.forEach(value -> requireText(name, value));
        });
  }

  /** The decoded part of the path that the route names, such as {@code id}. */
  String pathPart(String name) {
    String part = path.get(name);
    if (part == null) {
      throw new IllegalArgumentException("the route has no part " + name);
    }
    return part;
  }

  @Nullable String text(String name) {
    List<String> given = values.get(name);
    return given == null || given.isEmpty() ? null : given.getFirst();
  }

  String text(String name, String fallback) {
    String given = text(name);
    return given == null ? fallback : given;
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  int integer(String name, int fallback, int min, int max) {
    String given = text(name);
    if (given == null) {
      return fallback;
    }
    int value;
    try {
      value = Integer.parseInt(given);
    } catch (NumberFormatException e) {
      throw outOfRange(name, given, min, max);
    }
    if (value < min || value > max) {
      throw outOfRange(name, given, min, max);
    }
    return value;
  }

  boolean flag(String name) {
    String given = text(name);
    return switch (given) {
      case null -> false;
      case "true", "1", "" -> true;
      case "false", "0" -> false;
      default ->
          throw Problems.badParameter(
              "flag-invalid", name, name + " must be true or false, got " + Problems.shown(given));
    };
  }

  /** One of several named values. */
  <T> T choice(String name, T fallback, List<T> choices, Function<T, String> wireName) {
    String given = text(name);
    if (given == null) {
      return fallback;
    }
    for (T choice : choices) {
      if (wireName.apply(choice).equals(given)) {
        return choice;
      }
    }
    List<String> names = choices.stream().map(wireName).toList();
    throw Problems.badParameter(
        "unknown-" + name,
        name,
        name
            + " must be one of "
            + String.join(", ", names)
            + ", got "
            + Problems.shown(given)
            + ". "
            + DidYouMean.sentence(given, names));
  }

  private static ProblemException outOfRange(String name, String given, int min, int max) {
    return Problems.badParameter(
        name + "-out-of-range",
        name,
        name
            + " must be a whole number from "
            + min
            + " to "
            + max
            + ", got "
            + Problems.shown(given));
  }

  private static void requireText(String name, String value) {
    if (value.chars().anyMatch(c -> c == 0 || (Character.isISOControl(c) && c != '\t'))) {
      throw Problems.badParameter(
          "control-character",
          name,
          name + " must not have control characters, such as line ends: take them out");
    }
  }
}
