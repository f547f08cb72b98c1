package io.xunbao.queryapi.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.ranker.feedback.Impression;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Impressions on a real broker, which goes away for longer than there is room for. */
class KafkaImpressionLogIT {
  /** Of some 16 kB each: more than the client's 32 MB and the queue of 10,000 hold. */
  private static final int MANY = 16_000;

  @TempDir Path folder;

  private EmbeddedBroker broker(int port) throws IOException, InterruptedException {
    EmbeddedBroker broker = EmbeddedBroker.start(folder, port);
    TopicAdmin.ensure(
        KafkaSettings.at(broker.bootstrapServers()),
        TopicNames.STANDARD,
        EnumSet.of(Topic.IMPRESSIONS),
        1,
        1);
    return broker;
  }

  private static Impression impression(int number) {
    List<Impression.Shown> items =
        List.of(new Impression.Shown("p".repeat(16_000), 1, 1, new double[0]));
    return TestImpressions.of(number, items);
  }

  @Test
  void write_brokerAwayForLong_neverWaitsAndCountsWhatIsLost() throws Exception {
    EmbeddedBroker first = broker(EmbeddedBroker.FREE_PORT);
    KafkaSettings kafka = KafkaSettings.at(first.bootstrapServers());
    try (KafkaImpressionLog log = new KafkaImpressionLog(kafka.properties(), "impressions")) {
      log.write(impression(0));
      await().until(() -> ids(kafka).size() == 1);
      first.close();
      Duration slowest = Duration.ZERO;
      for (int i = 1; i < MANY; i++) {
        long start = System.nanoTime();
        log.write(impression(i));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
      }
      assertThat(slowest).as("the slowest write").isLessThan(Duration.ofSeconds(1));
      await().atMost(Duration.ofSeconds(30)).until(() -> log.lost() > 0);
      try (EmbeddedBroker second = broker(first.port())) {
        assertThat(second.port()).isEqualTo(first.port());
        await()
            .atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(
                () ->
                    assertThat(ids(kafka).size() + log.lost())
                        .as("logged, or counted as lost")
                        .isEqualTo(MANY));
        assertThat(ids(kafka)).as("what there was room for is not lost").hasSizeGreaterThan(2_000);
      }
    }
  }

  private static Set<String> ids(KafkaSettings kafka) {
    Set<String> ids = new HashSet<>();
    TopicPartition partition = new TopicPartition("impressions", 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            kafka.properties(), new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> assertThat(ids.add(record.key())).as("once").isTrue());
      }
    }
    return ids;
  }
}
