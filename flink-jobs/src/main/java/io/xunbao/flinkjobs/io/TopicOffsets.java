package io.xunbao.flinkjobs.io;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What a broker says of the offsets of topics; partitions by source name, as {@link Message}. */
public final class TopicOffsets implements Closeable {
  private static final long TIMEOUT_SECONDS = 30;

  private final String servers;
  private final TopicNames names;
  private final Admin admin;

  private TopicOffsets(String servers, TopicNames names, Admin admin) {
    this.servers = servers;
    this.names = names;
    this.admin = admin;
  }

  /** Opens a connection; the broker is asked at the first question. */
  public static TopicOffsets of(KafkaSettings kafka, TopicNames names) {
    return new TopicOffsets(kafka.bootstrapServers(), names, Admin.create(kafka.properties()));
  }

  /** The oldest message that each partition still has. */
  public Map<String, Long> oldest(Topic topic) throws IOException, InterruptedException {
    return offsets(topic, OffsetSpec.earliest());
  }

  /** The offset that each partition's next message gets. */
  public Map<String, Long> ends(Topic topic) throws IOException, InterruptedException {
    return offsets(topic, OffsetSpec.latest());
  }

  /** Where a consumer group goes on in each partition that it has committed. */
  public Map<String, Long> committed(String group) throws IOException, InterruptedException {
    Map<String, Long> committed = new TreeMap<>();
    Map<TopicPartition, OffsetAndMetadata> found =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    found.forEach(
        (partition, offset) -> {
          if (offset != null) {
            committed.put(partition.topic() + "-" + partition.partition(), offset.offset());
          }
        });
    return committed;
  }

  private Map<String, Long> offsets(Topic topic, OffsetSpec spec)
      throws IOException, InterruptedException {
    String name = names.of(topic);
    TopicDescription description =
        get(admin.describeTopics(List.of(name)).allTopicNames()).values().iterator().next();
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    description
        .partitions()
        .forEach(info -> wanted.put(new TopicPartition(name, info.partition()), spec));
    Map<TopicPartition, ListOffsetsResultInfo> found =
        get(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all());
    Map<String, Long> offsets = new TreeMap<>();
    found.forEach(
        (partition, info) ->
            offsets.put(partition.topic() + "-" + partition.partition(), info.offset()));
    return offsets;
  }

  private <T> T get(KafkaFuture<T> answer) throws IOException, InterruptedException {
    try {
      return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      throw new IOException("the broker at " + servers + " refuses to tell offsets", failure);
    } catch (TimeoutException silent) {
      throw new IOException(
          "no Kafka broker at " + servers + " tells its offsets within half a minute", silent);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
