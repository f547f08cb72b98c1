package io.xunbao.queryapi.log;

import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.feedback.ImpressionJson;
import java.io.Closeable;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes impressions to their topic, keyed by their id, behind a {@link QueuedImpressionLog}. */
public final class KafkaImpressionWriter implements QueuedImpressionLog.Writer, Closeable {
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final KafkaProducer<String, String> producer;
  private final String topic;
  private final ImpressionJson json = new ImpressionJson();
  private final AtomicLong refused = new AtomicLong();

  /**
   * @param client properties of any Kafka client, the bootstrap servers among them
   */
  public KafkaImpressionWriter(Properties client, String topic) {
    this.topic = topic;
    Properties properties = new Properties();
    properties.putAll(client);
    properties.setProperty("acks", "all");
    properties.setProperty("linger.ms", "20");
    properties.setProperty("compression.type", "gzip");
    // As long as a record may be on its way: what waits is held by the queue in front, up to its
    // length, also where the broker has never been seen yet.
    properties.setProperty("max.block.ms", "120000");
    this.producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
  }

  @Override
  public void write(Impression impression) {
    producer.send(
        new ProducerRecord<>(topic, impression.id(), json.write(impression)),
        (written, failure) -> {
          if (failure != null) {
            refused.incrementAndGet();
          }
        });
  }

  /** Impressions that the broker did not take. */
  public long refused() {
    return refused.get();
  }

  @Override
  public void close() {
    producer.close(FAREWELL);
  }
}
