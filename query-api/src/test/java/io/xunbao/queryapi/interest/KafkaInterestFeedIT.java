package io.xunbao.queryapi.interest;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real broker, one for all tests, with topics of its own for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaInterestFeedIT extends InterestFeedContract {
  private @Nullable EmbeddedBroker broker;
  private @Nullable KafkaProducer<String, String> producer;
  private KafkaSettings kafka = KafkaSettings.at("localhost:9092");
  private String topic = "";

  @BeforeAll
  void startBroker(@TempDir Path folder) throws IOException {
    broker = EmbeddedBroker.start(folder, EmbeddedBroker.FREE_PORT);
    kafka = KafkaSettings.at(broker.bootstrapServers());
    producer =
        new KafkaProducer<>(kafka.properties(), new StringSerializer(), new StringSerializer());
  }

  @BeforeEach
  void makeTopic(TestInfo test) throws IOException, InterruptedException {
    TopicNames names = TopicNames.prefixed(test.getTestMethod().orElseThrow().getName() + "-");
    TopicAdmin.ensure(kafka, names, EnumSet.of(Topic.INTEREST), 2, 1);
    topic = names.of(Topic.INTEREST);
  }

  @AfterAll
  void stopBroker() {
    if (producer != null) {
      producer.close();
    }
    if (broker != null) {
      broker.close();
    }
  }

  @Override
  InterestFeed open() {
    return new KafkaInterestFeed(kafka.properties(), topic);
  }

  @Override
  void write(String owner, @Nullable String value) {
    try {
      java.util.Objects.requireNonNull(producer)
          .send(new ProducerRecord<>(topic, owner, value))
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the message cannot be written", e);
    }
  }
}
