package io.xunbao.flinkjobs.io;

import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;

/**
 * How to reach a Kafka cluster.
 *
 * @param bootstrapServers such as {@code kafka-1:9092,kafka-2:9092}
 * @param client further properties of every client, such as those of {@link KafkaSecurity}
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> client) {
  public KafkaSettings {
    Objects.requireNonNull(bootstrapServers, "bootstrapServers");
    if (!bootstrapServers.matches("[^,:\\s]+:\\d+(,[^,:\\s]+:\\d+)*|\\[[^\\]]+\\]:\\d+")) {
      throw new IllegalArgumentException(
          "bootstrapServers must be host:port, several parted by commas, got '"
              + bootstrapServers
              + "'");
    }
    client = Map.copyOf(client);
  }

  /** A cluster without authentication. */
  public static KafkaSettings at(String bootstrapServers) {
    return new KafkaSettings(bootstrapServers, Map.of());
  }

  /** A cluster with authentication, encryption, or both. */
  public static KafkaSettings at(String bootstrapServers, KafkaSecurity security) {
    return new KafkaSettings(bootstrapServers, security.properties());
  }

  /** The properties that producers, consumers and admin clients share. */
  public Properties properties() {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.setProperty("bootstrap.servers", bootstrapServers);
    return properties;
  }

  /** Without the values of client properties, for some are secrets. */
  @Override
  public String toString() {
    return "KafkaSettings[" + bootstrapServers + ", " + new TreeSet<>(client.keySet()) + "]";
  }
}
