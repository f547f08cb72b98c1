package io.xunbao.queryapi.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Feeds Kafka topics; a record is taken when all in-sync replicas have it. */
public final class KafkaFeed implements Feed {
  /** How long a caller waits for the broker before it is told to come again. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Producer<byte[], byte[]> producer;
  private final Map<FeedStream, String> topics;
  private volatile boolean reachable = true;

  private KafkaFeed(Producer<byte[], byte[]> producer, Map<FeedStream, String> topics) {
    this.producer = producer;
    this.topics = new EnumMap<>(topics);
  }

  /**
   * A feed of a cluster, which need not be there yet.
   *
   * @param client properties that reach it, {@code bootstrap.servers} among them
   * @param topics one for each stream
   * @throws IllegalArgumentException when a stream has no topic, or Kafka refuses the properties
   */
  public static KafkaFeed to(Properties client, Map<FeedStream, String> topics) {
    for (FeedStream stream : FeedStream.values()) {
      if (!topics.containsKey(stream)) {
        throw new IllegalArgumentException(
            "the stream " + stream + " needs a topic, got " + topics);
      }
    }
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "2");
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(PATIENCE));
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(PATIENCE.minusSeconds(1)));
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(PATIENCE));
    try {
      return new KafkaFeed(
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()),
          topics);
    } catch (KafkaException refused) {
      throw new IllegalArgumentException(
          "Kafka's producer refuses its settings: " + refused.getMessage(), refused);
    }
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }

  @Override
  public void send(FeedStream stream, List<FeedRecord> records) throws FeedUnavailableException {
    String topic = topics.get(stream);
    try {
      List<Future<?>> acknowledgements = new ArrayList<>(records.size());
      for (FeedRecord record : records) {
        String json = record.json();
        acknowledgements.add(
            producer.send(
                new ProducerRecord<>(
                    topic,
                    record.key().getBytes(UTF_8),
                    json == null ? null : json.getBytes(UTF_8))));
      }
      await(acknowledgements);
      reachable = true;
    } catch (ExecutionException | TimeoutException | KafkaException failure) {
      reachable = false;
      throw new FeedUnavailableException(
          "the stream did not acknowledge within "
              + PATIENCE.toSeconds()
              + " s: send all of it again; what was taken already does no harm",
          failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new FeedUnavailableException("the server is closing", interrupted);
    }
  }

  private static void await(List<Future<?>> acknowledgements)
      throws ExecutionException, TimeoutException, InterruptedException {
    for (Future<?> acknowledgement : acknowledgements) {
      acknowledgement.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public String state() {
    return reachable ? "up" : "away";
  }

  @Override
  public void close() {
    producer.close(FAREWELL);
  }
}
