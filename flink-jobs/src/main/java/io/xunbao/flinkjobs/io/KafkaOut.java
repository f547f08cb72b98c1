package io.xunbao.flinkjobs.io;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.jspecify.annotations.Nullable;

/**
 * Streams into topics, at least once: after a failure a message may come again, with the same key.
 * So every topic that is written here has a key under which the last message counts.
 */
public final class KafkaOut {
  private final KafkaSettings kafka;
  private final TopicNames names;

  public KafkaOut(KafkaSettings kafka, TopicNames names) {
    this.kafka = kafka;
    this.names = names;
  }

  /** A part of a record as text, shipped with the job. */
  @FunctionalInterface
  public interface Text<T> extends MapFunction<T, @Nullable String>, Serializable {
    @Override
    @Nullable String map(T record);
  }

  /**
   * Writes records, with the operator id {@code NAME-sink}.
   *
   * @param key under which the newest record counts
   * @param value the message; where it is null the message says that the key is gone
   */
  public <T> DataStreamSink<T> write(
      DataStream<T> records, Topic topic, Text<T> key, Text<T> value) {
    String name = names.of(topic);
    KafkaSink<T> sink =
        KafkaSink.<T>builder()
            .setKafkaProducerConfig(kafka.properties())
            .setBootstrapServers(kafka.bootstrapServers())
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
            .setRecordSerializer(new TextRecords<>(name, key, value))
            .setProperty("acks", "all")
            .setProperty("linger.ms", "5")
            .build();
    return records.sinkTo(sink).name("write " + name).uid(name + "-sink");
  }

  /** Writes refused messages to the topic that keeps them. */
  public DataStreamSink<DeadLetter> deadLetters(DataStream<DeadLetter> letters, Topic topic) {
    return write(letters, topic, DeadLetter::key, DeadLetter::toJson);
  }

  static byte @Nullable [] utf8(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
