package io.xunbao.flinkjobs.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import java.io.Closeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes a dirty stream of products: versions in any order, deletes, repeats and poison. */
public final class ProductLog implements Closeable {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final String[] POISON = {
    "{\"id\":\"p-1\",\"title\":", // cut off
    "null",
    "[]",
    "{\"id\":\"\",\"title\":\"no id\"}",
    "{\"id\":\"p-2\"}",
    "{\"id\":\"p-3\",\"title\":\"dear\",\"price\":\"-3\"}",
    "{\"id\":\"p-4\",\"title\":\"early\",\"updatedAt\":\"1969-12-31T23:59:59Z\"}",
    "{\"id\":\"p-5\",\"title\":\"far ahead\",\"updatedAt\":\"2100-01-01T00:00:00Z\"}",
    "[".repeat(100_000),
  };

  private final RandomGenerator random;
  private final int products;
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Future<?>> pending = new ArrayList<>();
  private long acknowledged;

  /**
   * Opens a log.
   *
   * @param products how many different ids there are
   */
  public ProductLog(KafkaSettings kafka, RandomGenerator random, int products) {
    this.random = random;
    this.products = products;
    Properties properties = kafka.properties();
    properties.put("acks", "all");
    properties.put("delivery.timeout.ms", "300000"); // a loaded machine, or an outage on purpose
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Writes some messages; {@link #flush} waits until they are acknowledged. */
  public void write(int messages) {
    for (int i = 0; i < messages; i++) {
      String id = "p-" + random.nextInt(products);
      int kind = random.nextInt(100);
      if (kind < 2) {
        send(Topic.PRODUCTS, id, null);
      } else if (kind < 4) {
        send(Topic.PRODUCTS, null, POISON[random.nextInt(POISON.length)]);
      } else {
        String version = version(id, kind < 8 ? "deleted" : "on_sale");
        send(Topic.PRODUCTS, id, version);
        if (kind < 12) {
          send(Topic.PRODUCTS, id, version); // a producer that tries again
        }
      }
    }
  }

  private String version(String id, String status) {
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"title\":\"红色连衣裙"
            + " %d\",\"price\":%d,\"status\":\"%s\",\"updatedAt\":\"%s\"}",
        id,
        random.nextInt(1_000_000),
        10 + random.nextInt(90),
        status,
        FIRST.plusSeconds(random.nextInt(100_000)));
  }

  /** Sends one message as it is. */
  public void send(Topic topic, @Nullable String key, @Nullable String value) {
    byte @Nullable [] keyBytes = key == null ? null : key.getBytes(UTF_8);
    byte @Nullable [] valueBytes = value == null ? null : value.getBytes(UTF_8);
    pending.add(producer.send(new ProducerRecord<>(topic.standardName(), keyBytes, valueBytes)));
  }

  /** Waits until everything is acknowledged. */
  public void flush() throws ExecutionException, InterruptedException {
    producer.flush();
    for (Future<?> message : pending) {
      message.get();
    }
    acknowledged += pending.size();
    pending.clear();
  }

  /** How many messages the broker has taken for sure. */
  public long acknowledged() {
    return acknowledged;
  }

  @Override
  public void close() {
    producer.close();
  }
}
