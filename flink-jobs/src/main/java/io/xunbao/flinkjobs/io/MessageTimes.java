package io.xunbao.flinkjobs.io;

import io.xunbao.indexer.catalog.SourcePosition;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** When messages were written, by the places that {@link Message#source} names. */
public final class MessageTimes {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private MessageTimes() {}

  /**
   * Asks the broker.
   *
   * @param topic whose places are asked for
   * @param places of any sources
   * @return the times of those that are places of the topic and still there
   * @throws IOException when the broker does not answer
   */
  public static Map<SourcePosition, Instant> of(
      KafkaSettings kafka, String topic, Collection<SourcePosition> places) throws IOException {
    Map<Integer, TreeSet<Long>> offsets = new TreeMap<>();
    for (SourcePosition place : places) {
      partition(topic, place.source())
          .ifPresent(p -> offsets.computeIfAbsent(p, none -> new TreeSet<>()).add(place.record()));
    }
    if (offsets.isEmpty()) {
      return Map.of();
    }
    Properties properties = kafka.properties();
    properties.put("max.poll.records", "1");
    properties.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      Map<SourcePosition, Instant> times = new HashMap<>();
      for (Map.Entry<Integer, TreeSet<Long>> entry : offsets.entrySet()) {
        read(consumer, new TopicPartition(topic, entry.getKey()), entry.getValue(), times);
      }
      return times;
    } catch (KafkaException failure) {
      throw new IOException(
          "the topic " + topic + " cannot be read at " + kafka.bootstrapServers(), failure);
    }
  }

  /** The partition that a source names; empty where it is none of the topic. */
  private static Optional<Integer> partition(String topic, String source) {
    String number = source.startsWith(topic + "-") ? source.substring(topic.length() + 1) : "";
    return number.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicPartition partition,
      TreeSet<Long> offsets,
      Map<SourcePosition, Instant> times)
      throws IOException {
    boolean there =
        consumer.partitionsFor(partition.topic()).stream()
            .anyMatch(info -> info.partition() == partition.partition());
    if (!there) {
      return;
    }
    consumer.assign(List.of(partition));
    Long first = consumer.beginningOffsets(List.of(partition)).get(partition);
    Long end = consumer.endOffsets(List.of(partition)).get(partition);
    for (long offset : offsets.subSet(Objects.requireNonNull(first), Objects.requireNonNull(end))) {
      consumer.seek(partition, offset);
      ConsumerRecord<byte[], byte[]> message = next(consumer, partition);
      if (message.offset() == offset) {
        times.put(
            new SourcePosition(partition.toString(), offset),
            Instant.ofEpochMilli(message.timestamp()));
      }
    }
  }

  private static ConsumerRecord<byte[], byte[]> next(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) throws IOException {
    for (ConsumerRecord<byte[], byte[]> message : consumer.poll(PATIENCE)) {
      return message;
    }
    throw new IOException(partition + " gave no message within " + PATIENCE);
  }
}
