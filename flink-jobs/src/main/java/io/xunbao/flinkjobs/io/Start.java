package io.xunbao.flinkjobs.io;

import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** Where a job that has no state begins to read a topic. */
public sealed interface Start {
  /** At the oldest message that the broker has. */
  record Earliest() implements Start {}

  /** After the newest message that the broker has. */
  record Latest() implements Start {}

  /**
   * At given offsets; partitions that are not named from their oldest message.
   *
   * @param next by partition, the first offset to read
   */
  record At(Map<Integer, Long> next) implements Start {
    public At {
      next = Map.copyOf(next);
    }
  }

  /** Kafka's form of it. */
  default OffsetsInitializer offsets(String topic) {
    return switch (this) {
      case Earliest e -> OffsetsInitializer.earliest();
      case Latest l -> OffsetsInitializer.latest();
      case At at when at.next().isEmpty() -> OffsetsInitializer.earliest();
      case At at -> {
        Map<TopicPartition, Long> offsets = new java.util.HashMap<>();
        at.next()
            .forEach((partition, next) -> offsets.put(new TopicPartition(topic, partition), next));
        yield OffsetsInitializer.offsets(offsets, OffsetResetStrategy.EARLIEST);
      }
    };
  }
}
