package io.xunbao.flinkjobs.io;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps a Kafka record as it is; decoding is an operator's work, where refusing is possible. */
final class MessageDeserializer implements KafkaRecordDeserializationSchema<Message> {
  private static final long serialVersionUID = 1;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Message> out) {
    out.collect(
        new Message(
            record.topic(),
            record.partition(),
            record.offset(),
            record.timestamp(),
            record.key(),
            record.value()));
  }

  @Override
  public TypeInformation<Message> getProducedType() {
    return TypeInformation.of(Message.class);
  }
}
