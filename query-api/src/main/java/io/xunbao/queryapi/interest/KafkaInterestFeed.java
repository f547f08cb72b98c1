package io.xunbao.queryapi.interest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The topic of interests, every partition of it, without a consumer group: each server reads all. A
 * position that the topic no longer has, as after it was made anew, means from the beginning.
 * Partitions that are added later are read after the next restart.
 */
public final class KafkaInterestFeed implements InterestFeed {
  private final KafkaConsumer<String, String> consumer;
  private final String topic;

  /**
   * @param client properties of any Kafka client, the bootstrap servers among them
   */
  public KafkaInterestFeed(Properties client, String topic) {
    this.topic = topic;
    Properties properties = new Properties();
    properties.putAll(client);
    properties.setProperty("enable.auto.commit", "false");
    properties.setProperty("auto.offset.reset", "earliest");
    properties.setProperty("isolation.level", "read_committed");
    properties.setProperty("fetch.max.wait.ms", "50");
    this.consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
  }

  @Override
  public void start(Map<Integer, Long> next) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    for (TopicPartition partition : partitions) {
      Long position = next.get(partition.partition());
      if (position != null) {
        consumer.seek(partition, position);
      }
    }
  }

  @Override
  public List<Update> poll(Duration wait) {
    List<Update> updates = new ArrayList<>();
    for (ConsumerRecord<String, String> record : consumer.poll(wait)) {
      if (record.key() != null) {
        updates.add(new Update(record.key(), record.value()));
      }
    }
    return updates;
  }

  @Override
  public Map<Integer, Long> positions() {
    Map<Integer, Long> positions = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      positions.put(partition.partition(), consumer.position(partition));
    }
    return positions;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
