package io.xunbao.queryapi.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed on a real broker, which goes away and comes back. */
class KafkaFeedIT {
  private static final Map<FeedStream, String> TOPICS =
      Map.of(
          FeedStream.PRODUCTS, "products",
          FeedStream.EVENTS, "behaviour",
          FeedStream.ERASURES, "erasures",
          FeedStream.INTERESTS, "interest");

  @TempDir Path folder;

  private EmbeddedBroker broker(int port) throws IOException, InterruptedException {
    EmbeddedBroker broker = EmbeddedBroker.start(folder, port);
    TopicAdmin.ensure(
        KafkaSettings.at(broker.bootstrapServers()),
        TopicNames.STANDARD,
        EnumSet.allOf(Topic.class),
        1,
        1);
    return broker;
  }

  /** Sends until one is refused or a number is acknowledged; returns those acknowledged. */
  private static List<String> send(Feed feed, String name, int most) {
    List<String> acknowledged = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      String key = name + "-" + i;
      try {
        feed.send(FeedStream.EVENTS, List.of(new FeedRecord(key, "{}")));
        acknowledged.add(key);
      } catch (FeedUnavailableException away) {
        assertThat(away).hasMessageContaining("send all of it again");
        return acknowledged;
      }
    }
    return acknowledged;
  }

  @Test
  void send_brokerGoesAwayAndComesBack_losesNothingThatWasAcknowledged() throws Exception {
    EmbeddedBroker first = broker(EmbeddedBroker.FREE_PORT);
    int port = first.port();
    try (Feed feed =
        KafkaFeed.to(KafkaSettings.at(first.bootstrapServers()).properties(), TOPICS)) {
      List<String> acknowledged = new ArrayList<>(send(feed, "before", 50));
      assertThat(acknowledged).hasSize(50);
      assertThat(feed.state()).isEqualTo("up");
      first.close();
      long start = System.nanoTime();
      acknowledged.addAll(send(feed, "during", 1));
      assertThat(acknowledged).as("a broker that is away acknowledges nothing").hasSize(50);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      assertThat(feed.state()).isEqualTo("away");
      try (EmbeddedBroker second = broker(port)) {
        List<String> after = sendUntilTaken(feed);
        acknowledged.addAll(after);
        assertThat(feed.state()).isEqualTo("up");
        assertThat(keys(KafkaSettings.at(second.bootstrapServers()), "behaviour"))
            .containsAll(acknowledged);
      }
    }
  }

  /** The client backs off for a moment before it finds the broker again. */
  private static List<String> sendUntilTaken(Feed feed) {
    List<String> taken = List.of();
    for (int attempt = 0; attempt < 10 && taken.isEmpty(); attempt++) {
      taken = send(feed, "after-" + attempt, 20);
    }
    assertThat(taken).hasSize(20);
    return taken;
  }

  @Test
  void send_tombstone_isARecordWithoutValue() throws Exception {
    try (EmbeddedBroker broker = broker(EmbeddedBroker.FREE_PORT);
        Feed feed =
            KafkaFeed.to(KafkaSettings.at(broker.bootstrapServers()).properties(), TOPICS)) {
      feed.send(FeedStream.INTERESTS, List.of(FeedRecord.gone("u~1")));
      assertThat(records(KafkaSettings.at(broker.bootstrapServers()), "interest"))
          .singleElement()
          .satisfies(record -> assertThat(record.value()).isNull());
    }
  }

  @Test
  void to_wrongSettings_areRefused() {
    Properties client = new Properties();
    client.put("bootstrap.servers", "localhost:1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KafkaFeed.to(client, Map.of(FeedStream.PRODUCTS, "products")))
        .withMessageContaining("needs a topic");
    client.put("bootstrap.servers", "no port");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KafkaFeed.to(client, TOPICS))
        .withMessageContaining("Kafka's producer refuses its settings");
  }

  private static Set<String> keys(KafkaSettings kafka, String topic) {
    Set<String> keys = new TreeSet<>();
    records(kafka, topic).forEach(record -> keys.add(new String(record.key(), UTF_8)));
    return keys;
  }

  /** Everything in a topic of one partition. */
  private static List<ConsumerRecord<byte[], byte @Nullable []>> records(
      KafkaSettings kafka, String topic) {
    List<ConsumerRecord<byte[], byte @Nullable []>> records = new ArrayList<>();
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            kafka.properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }
}
