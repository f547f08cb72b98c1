package io.xunbao.flinkjobs.io;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the topics are called on a broker.
 *
 * @param names those that differ from the standard
 */
public record TopicNames(Map<Topic, String> names) {
  /** The names of the contract. */
  public static final TopicNames STANDARD = new TopicNames(Map.of());

  public TopicNames {
    names.forEach(TopicNames::requireValid);
    names = Map.copyOf(names);
  }

  /** The name of a topic. */
  public String of(Topic topic) {
    return names.getOrDefault(topic, topic.standardName());
  }

  /** All topics, each by its name with something before it: a namespace on a shared broker. */
  public static TopicNames prefixed(String prefix) {
    Map<Topic, String> names = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      names.put(topic, prefix + topic.standardName());
    }
    return new TopicNames(names);
  }

  private static void requireValid(Topic topic, String name) {
    if (!name.matches("[a-zA-Z0-9._-]{1,249}")) {
      throw new IllegalArgumentException(
          "a topic's name must be 1 to 249 of a-z, A-Z, 0-9, '.', '_' and '-', got '"
              + name
              + "' for "
              + topic.standardName());
    }
  }
}
