package io.xunbao.flinkjobs.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.stats.ProductStats;
import io.xunbao.ranker.interest.InterestMessage;
import io.xunbao.ranker.interest.LiveInterests;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the jobs of shoppers have written, the newest of each key, and how far they have read. */
public final class ShopperTopics implements Closeable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Topic> READ = List.of(Topic.BEHAVIOUR, Topic.IMPRESSIONS);

  private final KafkaSettings kafka;
  private final String group;
  private final Admin admin;
  private final Map<String, String> refused = new TreeMap<>();
  private final Map<String, Map<String, Integer>> labels = new TreeMap<>();
  private final Map<String, ProductStats> stats = new TreeMap<>();
  private final Map<String, LiveInterests> interests = new TreeMap<>();
  private final List<String> texts = new ArrayList<>();

  /**
   * @param group the consumer group of the jobs
   */
  public ShopperTopics(KafkaSettings kafka, String group) {
    this.kafka = kafka;
    this.group = group;
    this.admin = Admin.create(kafka.properties());
  }

  /** Messages of the topics that are read which no complete checkpoint holds yet. */
  public long lag() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> newest = new HashMap<>();
    for (Topic topic : READ) {
      String name = topic.standardName();
      admin
          .describeTopics(List.of(name))
          .allTopicNames()
          .get()
          .get(name)
          .partitions()
          .forEach(p -> newest.put(new TopicPartition(name, p.partition()), OffsetSpec.latest()));
    }
    var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    long lag = 0;
    for (var end : admin.listOffsets(newest).all().get().entrySet()) {
      var done = committed.get(end.getKey());
      lag += end.getValue().offset() - (done == null ? 0 : done.offset());
    }
    return lag;
  }

  /** Reads the topics that are written from their beginning. */
  public void read() {
    texts.clear();
    read(Topic.BEHAVIOUR_REJECTED).forEach(this::letter);
    read(Topic.TRAINING_GROUPS).forEach(this::group);
    for (ConsumerRecord<byte[], byte[]> message : read(Topic.PRODUCT_STATS)) {
      stats.put(text(message.key()), ProductStats.fromJson(text(message.value())));
    }
    for (ConsumerRecord<byte[], byte[]> message : read(Topic.INTEREST)) {
      byte @Nullable [] value = message.value();
      interests.put(
          text(message.key()),
          value == null
              ? LiveInterests.none(2)
              : InterestMessage.fromJson(text(value)).interests());
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
    List<ConsumerRecord<byte[], byte[]>> all = LogOracle.read(kafka, topic.standardName());
    for (ConsumerRecord<byte[], byte[]> message : all) {
      byte @Nullable [] value = message.value();
      texts.add(text(message.key()) + (value == null ? "" : text(value)));
    }
    return all;
  }

  private void letter(ConsumerRecord<byte[], byte[]> message) {
    String rule = JSON.readTree(message.value()).path("rule").asString();
    refused.put(text(message.key()), rule);
  }

  /** A group that is told again must say the same. */
  private void group(ConsumerRecord<byte[], byte[]> message) {
    Map<String, Integer> told = new TreeMap<>();
    for (JsonNode item : JSON.readTree(message.value()).path("items")) {
      told.put(item.path("product").asString(), item.path("label").asInt());
    }
    if (!told.isEmpty()) {
      Map<String, Integer> before = labels.put(text(message.key()), told);
      assertThat(before == null ? told : before).isEqualTo(told);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  /** The impressions of the groups in finished files, as often as they stand there. */
  public static List<String> groupsIn(Path folder) throws IOException {
    List<String> impressions = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("groups")).toList()) {
        if (Files.isRegularFile(file)) {
          for (String line : Files.readAllLines(file)) {
            JsonNode group = JSON.readTree(line);
            if (!group.path("items").isEmpty()) {
              impressions.add(group.path("impression").asString());
            }
          }
        }
      }
    }
    return impressions;
  }

  /** Rules that refused messages break, by their places. */
  public Map<String, String> refused() {
    return refused;
  }

  /** The label of each product of each impression that has one. */
  public Map<String, Map<String, Integer>> labels() {
    return labels;
  }

  public Map<String, ProductStats> stats() {
    return stats;
  }

  /** By owner; empty ones for those who were forgotten. */
  public Map<String, LiveInterests> interests() {
    return interests;
  }

  /** All keys and values that were written. */
  public List<String> texts() {
    return texts;
  }

  @Override
  public void close() {
    admin.close();
  }
}
