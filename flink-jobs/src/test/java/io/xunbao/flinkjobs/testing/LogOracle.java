package io.xunbao.flinkjobs.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.write.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an index must hold after a log: the log read from Kafka by another reader, and replayed in
 * memory, message by message.
 *
 * @param titles of the products that live, by id
 * @param refused how many messages are no products
 * @param messages all of them
 * @param ends the next offset of each partition, by source name
 */
public record LogOracle(
    Map<String, String> titles, long refused, long messages, Map<String, Long> ends) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Reads the whole topic. */
  public static LogOracle of(KafkaSettings kafka) {
    return of(kafka, List.of());
  }

  /** Reads the whole topic, onto what a file of sound products holds. */
  public static LogOracle of(KafkaSettings kafka, List<Product> file) {
    List<ConsumerRecord<byte[], byte[]>> log = read(kafka, Topic.PRODUCTS.standardName());
    Map<String, Version> versions = new HashMap<>();
    Map<String, String> titles = new TreeMap<>();
    for (int record = 0; record < file.size(); record++) {
      Product product = file.get(record);
      versions.put(product.id(), Version.of(product, Version.inFile(0, record)));
      titles.put(product.id(), product.title());
    }
    Map<String, Long> ends = new HashMap<>();
    long refused = 0;
    for (ConsumerRecord<byte[], byte[]> message : log) {
      ends.merge(message.topic() + "-" + message.partition(), message.offset() + 1, Math::max);
      if (message.value() == null) {
        String id = new String(message.key(), UTF_8);
        if (newer(versions, id, message.timestamp(), message.offset())) {
          titles.remove(id);
        }
        continue;
      }
      JsonNode product = parse(message.value());
      if (!sound(product)) {
        refused++;
        continue;
      }
      String id = product.get("id").asString();
      long updatedAt =
          product.has("updatedAt")
              ? Instant.parse(product.get("updatedAt").asString()).toEpochMilli()
              : message.timestamp();
      if (newer(versions, id, updatedAt, message.offset())) {
        if (product.path("status").asString("").equals("deleted")) {
          titles.remove(id);
        } else {
          titles.put(id, product.get("title").asString());
        }
      }
    }
    return new LogOracle(titles, refused, log.size(), ends);
  }

  private static boolean newer(
      Map<String, Version> versions, String id, long updatedAt, long offset) {
    Version version = new Version(updatedAt, Version.inStream(offset));
    Version known = versions.get(id);
    if (known != null && known.compareTo(version) >= 0) {
      return false;
    }
    versions.put(id, version);
    return true;
  }

  private static JsonNode parse(byte[] value) {
    try {
      return value.length > 10_000 ? JSON.nullNode() : JSON.readTree(value);
    } catch (JacksonException malformed) {
      return JSON.nullNode();
    }
  }

  private static boolean sound(JsonNode product) {
    String updatedAt = product.path("updatedAt").asString("2026-01-01");
    return !product.path("id").asString("").isBlank()
        && product.has("title")
        && !product.path("price").asString("1").startsWith("-")
        && updatedAt.startsWith("2026");
  }

  /** All messages of a topic, each partition in its order. */
  public static List<ConsumerRecord<byte[], byte[]>> read(KafkaSettings kafka, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            kafka.properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long total = consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
      List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
      while (all.size() < total) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
      return all;
    }
  }
}
