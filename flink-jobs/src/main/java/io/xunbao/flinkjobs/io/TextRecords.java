package io.xunbao.flinkjobs.io;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Records as messages of text; Kafka's own hash of the key chooses the partition. */
final class TextRecords<T> implements KafkaRecordSerializationSchema<T> {
  private static final long serialVersionUID = 1;

  private final String topic;
  private final KafkaOut.Text<T> key;
  private final KafkaOut.Text<T> value;

  TextRecords(String topic, KafkaOut.Text<T> key, KafkaOut.Text<T> value) {
    this.topic = topic;
    this.key = key;
    this.value = value;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T record, KafkaSinkContext context, @Nullable Long timestamp) {
    return new ProducerRecord<>(
        topic, KafkaOut.utf8(key.map(record)), KafkaOut.utf8(value.map(record)));
  }
}
