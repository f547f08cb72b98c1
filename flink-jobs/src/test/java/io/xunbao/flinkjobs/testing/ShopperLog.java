package io.xunbao.flinkjobs.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventJson;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.feedback.ImpressionJson;
import io.xunbao.ranker.feedback.Pseudonyms;
import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what shoppers see and do, and what goes wrong with it: events twice, late, too late to be
 * told from a repetition, from wrong clocks, from machines, and poison. Event time goes a minute on
 * with each event.
 */
public final class ShopperLog implements Closeable {
  /** Texts that are no events, and the rule that each breaks. */
  public static final Map<String, String> POISON =
      Map.of(
          "raw-shopper is not JSON",
          "event.json",
          "[1,2]",
          "event.json",
          "[".repeat(50_000),
          "event.json",
          "x".repeat(70_000),
          "event.size",
          "{\"id\":\"p-1\",\"type\":\"click\",\"product\":\"e-1\"}",
          "event.user",
          "{\"id\":\"p-2\",\"user\":\"raw-1\",\"type\":\"clack\"}",
          "event.type",
          "{\"id\":\"p-3\",\"user\":\"raw-1\",\"type\":\"buy\"}",
          "event.product",
          dated("p-4", "1970-01-01T00:00:01Z"),
          "clock.past",
          dated("p-5", "2100-01-01T00:00:00Z"),
          "clock.future",
          dated("p-6", "yesterday"),
          "clock.format");

  /** Shoppers who may wish to be forgotten. */
  private static final int FORGETTABLE = 10;

  private static final int SHOPPERS = 60;
  private static final int PRODUCTS = 40;
  private static final Duration STEP = Duration.ofMinutes(1);
  private static final Duration MEMORY = Duration.ofHours(25); // an hour more than that of the job
  private static final EventType[] TYPES = EventType.values();

  private final RandomGenerator random;
  private final Pseudonyms pseudonyms;
  private final KafkaProducer<byte[], byte[]> producer;
  private final EventJson json = new EventJson();
  private final List<Future<?>> pending = new ArrayList<>();
  private final Deque<Impression> shown = new ArrayDeque<>();
  private final List<BehaviourEvent> sent = new ArrayList<>();
  private Instant time;
  private @Nullable Instant settled;
  private int number;

  /**
   * @param start time of the first event: far enough in the past for all that will be written
   */
  public ShopperLog(
      KafkaSettings kafka, RandomGenerator random, Pseudonyms pseudonyms, Instant start) {
    this.random = random;
    this.pseudonyms = pseudonyms;
    this.time = start;
    Properties properties = kafka.properties();
    properties.put("acks", "all");
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static String dated(String id, String at) {
    return "{\"id\":\""
        + id
        + "\",\"user\":\"raw-1\",\"type\":\"click\",\"product\":\"e-1\",\"at\":\""
        + at
        + "\"}";
  }

  /** Says that the jobs have a checkpoint of all that was written: their clocks are there. */
  public void settled() {
    settled = time;
  }

  /** Writes some events and what belongs to them. */
  public void write(int events) {
    for (int i = 0; i < events; i++) {
      time = time.plus(STEP);
      int kind = random.nextInt(100);
      if (kind < 2) {
        poison();
      } else if (kind < 20) {
        lateOrOld();
      } else if (kind < 21) {
        forget();
      } else if (kind == 21) {
        machine();
      } else if (kind < 38) {
        show();
      } else {
        BehaviourEvent event = event(time.plusMillis(random.nextInt(50_000)), true);
        send(event);
        sent.add(event);
        if (kind < 44) {
          send(event); // a browser that tries again
        }
      }
    }
  }

  private void poison() {
    if (random.nextInt(4) == 0) {
      send(Topic.IMPRESSIONS, null, "{\"id\":\"i-broken\"}");
    } else {
      List<String> texts = POISON.keySet().stream().sorted().toList();
      send(Topic.BEHAVIOUR, "raw-1", texts.get(random.nextInt(texts.size())));
    }
  }

  /** Late counts; what is older than the jobs' memory is refused, seen before or not. */
  private void lateOrOld() {
    Instant limit = settled == null ? Instant.MIN : settled.minus(MEMORY);
    List<BehaviourEvent> old = sent.stream().filter(event -> event.at().isBefore(limit)).toList();
    int kind = random.nextInt(3);
    if (kind == 0 || settled == null) {
      send(event(time.minusSeconds(random.nextInt(15 * 3_600)), false));
    } else if (kind == 1 || old.isEmpty()) {
      send(event(limit.minusSeconds(random.nextInt(36_000)), false));
    } else {
      send(old.get(random.nextInt(old.size())));
    }
  }

  private void forget() {
    send(Topic.ERASURES, pseudonyms.of("raw-" + random.nextInt(FORGETTABLE)), "");
  }

  /** The same thing thirty times within one minute. */
  private void machine() {
    long minute = Math.floorDiv(time.toEpochMilli(), 60_000) * 60_000;
    long at = minute + 1;
    String user = "raw-machine-" + number++;
    for (int i = 0; i < 30; i++) {
      at += 1 + random.nextInt(1_800);
      send(
          BehaviourEvent.of(
              "e-" + number++, user, EventType.CLICK, "e-7", Instant.ofEpochMilli(at)));
    }
  }

  private void show() {
    List<Impression.Shown> items = new ArrayList<>();
    for (int place = 1; place <= 5; place++) {
      String product = product((number + 7 * place) % PRODUCTS);
      items.add(
          new Impression.Shown(product, place, 1.0 / place, new double[] {random.nextDouble()}));
    }
    Impression impression = impression(pseudonyms.of(shopper()), items);
    send(Topic.IMPRESSIONS, impression.id(), new ImpressionJson().write(impression));
    shown.addLast(impression);
  }

  private Impression impression(String user, List<Impression.Shown> items) {
    return new Impression(
        "i-" + number++,
        user,
        "q",
        "q",
        time,
        "s",
        "ltr",
        null,
        null,
        null,
        "f",
        List.of("x"),
        items);
  }

  private String shopper() {
    return "raw-" + random.nextInt(SHOPPERS);
  }

  private static String product(int number) {
    return (number % 2 == 0 ? "e-" : "n-") + number;
  }

  /** An event, which may come from a list that was shown in the last 50 minutes. */
  private BehaviourEvent event(Instant at, boolean ofList) {
    EventType type = TYPES[random.nextInt(TYPES.length)];
    String product = product(random.nextInt(PRODUCTS));
    String user = shopper();
    Impression list = null;
    while (!shown.isEmpty() && shown.getFirst().at().isBefore(time.minusSeconds(3_000))) {
      shown.removeFirst();
    }
    if (ofList && !shown.isEmpty() && type != EventType.SEARCH && random.nextInt(3) > 0) {
      list = shown.stream().skip(random.nextInt(shown.size())).findFirst().orElseThrow();
      product = list.items().get(random.nextInt(list.items().size())).product();
      user = random.nextInt(5) == 0 ? user : rawUser(list);
    }
    return new BehaviourEvent(
        "e-" + number++,
        user,
        null,
        type,
        type == EventType.SEARCH ? null : product,
        null,
        list == null ? null : list.id(),
        null,
        null,
        at,
        Map.of("category", "c-" + random.nextInt(5), "segment", "s-" + random.nextInt(2)));
  }

  private String rawUser(Impression list) {
    for (int i = 0; i < SHOPPERS; i++) {
      if (pseudonyms.of("raw-" + i).equals(list.user())) {
        return "raw-" + i;
      }
    }
    throw new AssertionError("no shopper is " + list.user());
  }

  private void send(BehaviourEvent event) {
    send(Topic.BEHAVIOUR, event.user(), json.write(event));
  }

  private void send(Topic topic, @Nullable String key, String value) {
    send(topic, null, key, value);
  }

  private void send(Topic topic, @Nullable Integer partition, @Nullable String key, String value) {
    byte @Nullable [] keyBytes = key == null ? null : key.getBytes(UTF_8);
    pending.add(
        producer.send(
            new ProducerRecord<>(
                topic.standardName(), partition, keyBytes, value.getBytes(UTF_8))));
  }

  /** Moves the clocks of all partitions on, so that nothing is waited for any more. */
  public void finish(int partitions) {
    time = time.plus(Duration.ofHours(3));
    for (int partition = 0; partition < partitions; partition++) {
      BehaviourEvent search =
          new BehaviourEvent(
              "e-" + number++,
              "raw-end",
              null,
              EventType.SEARCH,
              null,
              null,
              null,
              null,
              null,
              time,
              Map.of());
      send(Topic.BEHAVIOUR, partition, "raw-end", json.write(search));
      Impression nothing = impression("u~end", List.of());
      send(Topic.IMPRESSIONS, partition, nothing.id(), new ImpressionJson().write(nothing));
    }
  }

  /** Waits until everything is acknowledged. */
  public void flush() throws ExecutionException, InterruptedException {
    producer.flush();
    for (Future<?> message : pending) {
      message.get();
    }
    pending.clear();
  }

  /** The time that the log has come to. */
  public Instant time() {
    return time;
  }

  @Override
  public void close() {
    producer.close();
  }
}
