package io.xunbao.flinkjobs.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
  @TempDir Path folder;
  @TempDir Path other;

  @Test
  void start_afterAnOrderlyEnd_stillHasWhatWasAcknowledged() throws Exception {
    TopicPartition partition = new TopicPartition("products", 0);
    try (EmbeddedBroker first = EmbeddedBroker.start(folder, EmbeddedBroker.FREE_PORT)) {
      KafkaSettings kafka = KafkaSettings.at(first.bootstrapServers());
      TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), 1, 1);
      TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), 1, 1);
      assertThat(policy(kafka, "product-stats")).isEqualTo("compact");
      assertThat(policy(kafka, "products")).isEqualTo("delete");
      send(kafka, "products", "one", "two");
      assertThatIOException()
          .isThrownBy(() -> EmbeddedBroker.start(other, first.port()))
          .withMessageContaining("is taken");
    }
    try (EmbeddedBroker second = EmbeddedBroker.start(folder, EmbeddedBroker.FREE_PORT)) {
      KafkaSettings kafka = KafkaSettings.at(second.bootstrapServers());
      send(kafka, "products", "three");
      assertThat(read(kafka, partition, 3)).containsExactly("one", "two", "three");
    }
  }

  @Test
  void ensure_newTopics_takeBurstsAtOnce() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, EmbeddedBroker.FREE_PORT)) {
      Properties properties = KafkaSettings.at(broker.bootstrapServers()).properties();
      properties.put("acks", "all");
      properties.put("linger.ms", "0");
      properties.put("request.timeout.ms", "5000");
      properties.put("delivery.timeout.ms", "15000");
      try (KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
        for (int round = 0; round < 10; round++) {
          burst(broker, producer, TopicNames.prefixed("round-" + round + "-"));
        }
      }
    }
  }

  /** Every record is a batch of its own, and several are on their way at once. */
  private static void burst(
      EmbeddedBroker broker, KafkaProducer<byte[], byte[]> producer, TopicNames names)
      throws Exception {
    EnumSet<Topic> topics = EnumSet.allOf(Topic.class);
    TopicAdmin.ensure(KafkaSettings.at(broker.bootstrapServers()), names, topics, 2, 1);
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      for (Topic topic : topics) {
        byte[] record = new byte[17_000];
        sent.add(producer.send(new ProducerRecord<>(names.of(topic), i % 2, record, record)));
      }
    }
    for (Future<?> record : sent) {
      record.get();
    }
  }

  private static String policy(KafkaSettings kafka, String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = Admin.create(kafka.properties())) {
      return admin
          .describeConfigs(List.of(resource))
          .all()
          .get()
          .get(resource)
          .get("cleanup.policy")
          .value();
    }
  }

  private static void send(KafkaSettings kafka, String topic, String... values) throws Exception {
    Properties properties = kafka.properties();
    properties.put("acks", "all");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, 0, null, value.getBytes(UTF_8))).get();
      }
    }
  }

  private static List<String> read(KafkaSettings kafka, TopicPartition partition, int count) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            kafka.properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<String> all = new ArrayList<>();
      for (int poll = 0; poll < 100 && all.size() < count; poll++) {
        StreamSupport.stream(consumer.poll(Duration.ofMillis(100)).spliterator(), false)
            .map(record -> new String(record.value(), UTF_8))
            .forEach(all::add);
      }
      return all;
    }
  }

  @Test
  void names_ofTopics_areThoseOfTheContractUnlessRenamed() {
    TopicNames names = new TopicNames(Map.of(Topic.PRODUCTS, "shop.products"));
    assertThat(names.of(Topic.PRODUCTS)).isEqualTo("shop.products");
    assertThat(names.of(Topic.BEHAVIOUR)).isEqualTo("behaviour");
    assertThat(TopicNames.prefixed("test-").of(Topic.INTEREST)).isEqualTo("test-interest");
  }
}
