package io.xunbao.benchmarks.streams;

import io.xunbao.flinkjobs.behaviour.BehaviourSettings;
import io.xunbao.flinkjobs.behaviour.BotRules;
import io.xunbao.flinkjobs.behaviour.ShopperSettings;
import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.interest.InterestSettings;
import io.xunbao.flinkjobs.interest.ProductFacts;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.stats.StatsSettings;
import io.xunbao.flinkjobs.training.TrainingWindow;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventJson;
import io.xunbao.ranker.feedback.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.lucene.util.IOUtils;

/** A broker in this process with everything that benchmarks of behaviour share. */
final class ShopperStack implements AutoCloseable {
  private static final String KEY =
      "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

  private final Path folder;
  private final EmbeddedBroker broker;
  private final KafkaSettings kafka;
  private final KafkaProducer<String, String> producer;
  private final EventJson json = new EventJson();

  ShopperStack() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("xunbao-streams");
    Files.writeString(folder.resolve("key"), KEY);
    broker = EmbeddedBroker.start(folder.resolve("broker"), EmbeddedBroker.FREE_PORT);
    kafka = KafkaSettings.at(broker.bootstrapServers());
    TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), 1, 1);
    Properties properties = kafka.properties();
    properties.put("acks", "all");
    properties.put("linger.ms", "2");
    producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
  }

  KafkaSettings kafka() {
    return kafka;
  }

  Path folder() {
    return folder;
  }

  Pseudonyms pseudonyms() throws IOException {
    return Pseudonyms.load(folder.resolve("key"));
  }

  /** Sends an event; it is not waited for. */
  void send(BehaviourEvent event) {
    producer.send(new ProducerRecord<>(Topic.BEHAVIOUR.standardName(), json.write(event)));
  }

  void flush() {
    producer.flush();
  }

  ShopperSettings settings(ProductFacts facts) {
    BehaviourSettings defaults = BehaviourSettings.defaults(folder.resolve("key"));
    return new ShopperSettings(
        new BehaviourSettings(
            defaults.keyFile(),
            defaults.clocks(),
            Duration.ofDays(1),
            defaults.outOfOrder(),
            defaults.idle(),
            defaults.sessionGap(),
            BotRules.DEFAULT),
        StatsSettings.defaults(),
        InterestSettings.defaults(facts),
        TrainingWindow.DEFAULT,
        null);
  }

  /** Flink in this process, set as the streaming jobs set it. */
  static StreamExecutionEnvironment flink() {
    return flink(1);
  }

  static StreamExecutionEnvironment flink(int parallelism) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(10));
    configuration.set(RestOptions.BIND_PORT, "0");
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
  }

  @Override
  public void close() throws IOException {
    producer.close();
    broker.close();
    IOUtils.rm(folder);
  }
}
