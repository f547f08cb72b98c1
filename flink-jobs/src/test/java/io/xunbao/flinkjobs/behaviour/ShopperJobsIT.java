package io.xunbao.flinkjobs.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.interest.NoFacts;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.stats.ProductStats;
import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.feedback.ImpressionJson;
import io.xunbao.ranker.feedback.Pseudonyms;
import io.xunbao.ranker.interest.InterestMessage;
import io.xunbao.ranker.interest.LiveInterests;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From topic to topic through a real broker and a real Flink, in this process. */
class ShopperJobsIT {
  @TempDir Path folder;

  @Test
  void run_events_reachEveryTopicOnceAndWithoutRawIds() throws Exception {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(folder.resolve("broker"), EmbeddedBroker.FREE_PORT)) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), 1, 1);
      JobClient job = start(kafka);
      try (Log log = new Log(kafka)) {
        sendEverything(kafka);
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertEverything(log));
      } finally {
        job.cancel().get();
      }
    }
  }

  private JobClient start(KafkaSettings kafka) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(RestOptions.BIND_PORT, "0");
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    new ShopperStreamJob(
            kafka,
            TopicNames.STANDARD,
            folder.resolve("checkpoints"),
            ShopperSettings.defaults(Keys.in(folder), new NoFacts()),
            false)
        .build(environment);
    return environment.executeAsync("shoppers");
  }

  private static void sendEverything(KafkaSettings kafka) throws Exception {
    Instant now = Instant.now().minusSeconds(3 * 3_600);
    ImpressionJson impressions = new ImpressionJson();
    Pseudonyms pseudonyms = Keys.pseudonyms();
    Properties properties = kafka.properties();
    properties.put("acks", "all");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      Impression shown =
          new Impression(
              "i-1",
              pseudonyms.of("raw-alice"),
              "面霜",
              "面霜",
              now,
              "s",
              "ltr",
              null,
              null,
              null,
              null,
              List.of(),
              List.of(new Impression.Shown("cream", 1, 1, new double[0])));
      send(producer, "impressions", null, impressions.write(shown));
      String click = event("e-1", "raw-alice", "cream", now.plusSeconds(5), "i-1");
      send(producer, "behaviour", null, click);
      send(producer, "behaviour", null, click);
      send(producer, "behaviour", null, event("e-2", "raw-bob", "cream", now, null));
      send(
          producer,
          "behaviour",
          null,
          event("e-3", "raw-carol", "cream", Instant.parse("1970-01-01T00:00:00Z"), null));
      send(producer, "behaviour", null, "raw-dave is not JSON");
      send(producer, "erasures", pseudonyms.of("raw-bob"), "");
      Impression later =
          new Impression(
              "i-2",
              null,
              "q",
              "q",
              now.plusSeconds(2 * 3_600),
              "s",
              "ltr",
              null,
              null,
              null,
              null,
              List.of(),
              List.of());
      send(producer, "impressions", null, impressions.write(later));
      send(
          producer,
          "behaviour",
          null,
          event("e-4", "raw-erin", "lamp", now.plusSeconds(2 * 3_600), null));
    }
  }

  private static String event(
      String id, String user, String product, Instant at, @Nullable String impression) {
    return "{\"id\":\"%s\",\"user\":\"%s\",\"type\":\"click\",\"product\":\"%s\",\"at\":\"%s\"%s}"
        .replaceFirst("%s", id)
        .replaceFirst("%s", user)
        .replaceFirst("%s", product)
        .replaceFirst("%s", at.toString())
        .replaceFirst("%s", impression == null ? "" : ",\"impression\":\"" + impression + "\"");
  }

  private static void send(
      KafkaProducer<String, String> producer, String topic, @Nullable String key, String value)
      throws Exception {
    producer.send(new ProducerRecord<>(topic, key, value)).get();
  }

  private static void assertEverything(Log log) {
    log.read();
    assertThat(log.newest(Topic.PRODUCT_STATS)).containsKey("cream");
    assertThat(log.newest(Topic.INTEREST)).containsKey(Keys.pseudonyms().of("raw-alice"));
    ProductStats stats = ProductStats.fromJson(log.newest(Topic.PRODUCT_STATS).get("cream"));
    assertThat(stats.all().clicks()).isEqualTo(2);
    assertThat(stats.all().impressions()).isEqualTo(1);
    LiveInterests alice =
        InterestMessage.fromJson(log.newest(Topic.INTEREST).get(Keys.pseudonyms().of("raw-alice")))
            .interests();
    assertThat(alice.profile().lasting()).containsOnlyKeys("cream");
    assertThat(log.newest(Topic.INTEREST)).containsEntry(Keys.pseudonyms().of("raw-bob"), null);
    assertThat(log.newest(Topic.BEHAVIOUR_REJECTED).values())
        .hasSize(2)
        .anyMatch(letter -> letter.contains("clock.past"))
        .anyMatch(letter -> letter.contains("event.json"));
    assertThat(log.newest(Topic.TRAINING_GROUPS).get("i-1")).contains("\"label\":1");
    assertThat(log.all).noneMatch(message -> message.contains("raw-"));
  }

  /** What the jobs have written. */
  private static final class Log implements AutoCloseable {
    private final Map<Topic, Map<String, @Nullable String>> newest = new EnumMap<>(Topic.class);
    private final List<String> all = new ArrayList<>();
    private final KafkaConsumer<String, String> consumer;

    Log(KafkaSettings kafka) {
      consumer =
          new KafkaConsumer<>(
              kafka.properties(), new StringDeserializer(), new StringDeserializer());
      List<TopicPartition> partitions =
          List.of(
                  Topic.PRODUCT_STATS,
                  Topic.INTEREST,
                  Topic.BEHAVIOUR_REJECTED,
                  Topic.TRAINING_GROUPS)
              .stream()
              .map(topic -> new TopicPartition(topic.standardName(), 0))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }

    void read() {
      consumer
          .poll(Duration.ofMillis(200))
          .forEach(
              record -> {
                newest(topic(record.topic())).put(record.key(), record.value());
                all.add(new String((record.key() + record.value()).getBytes(UTF_8), UTF_8));
              });
    }

    private static Topic topic(String name) {
      return EnumSet.allOf(Topic.class).stream()
          .filter(topic -> topic.standardName().equals(name))
          .findFirst()
          .orElseThrow();
    }

    Map<String, @Nullable String> newest(Topic topic) {
      return newest.computeIfAbsent(topic, none -> new LinkedHashMap<>());
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
