package io.xunbao.queryapi.interest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic of interests, every partition of it, without a consumer group: each server reads all. A
 * position that the topic no longer has, as after it was made anew, means from the beginning.
 * Partitions that are added later are read after the next restart.
 */
public final class KafkaInterestFeed implements InterestFeed {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaInterestFeed.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final KafkaConsumer<String, String> consumer;
  private final String topic;
  private final Metric connections;

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
    // A topic that a reader makes by asking for it would not keep the newest of each shopper.
    properties.setProperty("allow.auto.create.topics", "false");
    this.consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    this.connections =
        consumer.metrics().entrySet().stream()
            .filter(metric -> metric.getKey().name().equals("connection-count"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("every Kafka client counts connections"))
            .getValue();
  }

  @Override
  public boolean start(Map<Integer, Long> next) {
    List<TopicPartition> partitions = partitions();
    if (partitions.isEmpty()) {
      return false;
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    for (TopicPartition partition : partitions) {
      Long position = next.get(partition.partition());
      if (position != null) {
        consumer.seek(partition, position);
      }
    }
    return true;
  }

  private List<TopicPartition> partitions() {
    try {
      return consumer.partitionsFor(topic, PATIENCE).stream()
          .map(partition -> new TopicPartition(topic, partition.partition()))
          .toList();
    } catch (RetriableException notThere) {
      return List.of();
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
  public long behind() {
    long sum = 0;
    for (TopicPartition partition : consumer.assignment()) {
      OptionalLong lag = consumer.currentLag(partition);
      if (lag.isEmpty()) {
        return -1;
      }
      sum += lag.getAsLong();
    }
    return sum;
  }

  @Override
  public boolean connected() {
    return connections.metricValue() instanceof Number count && count.doubleValue() > 0;
  }

  @Override
  public Map<Integer, Long> positions() {
    Map<Integer, Long> positions = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      try {
        positions.put(partition.partition(), consumer.position(partition, PATIENCE));
      } catch (RetriableException notReadYet) {
        LOG.info("no position in {} yet: it would be read from its beginning", partition);
      }
    }
    return positions;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
