package io.xunbao.flinkjobs.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.stats.ProductAction;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventJson;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.feedback.Examination;
import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.feedback.ImpressionJson;
import io.xunbao.ranker.feedback.Pseudonyms;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.InterestMessage;
import io.xunbao.ranker.interest.LiveInterests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the jobs of shoppers must have made of a log of {@link ShopperLog}: the log read from Kafka
 * by another reader and judged message by message, in one pass and without state that could be
 * lost.
 */
public final class ShopperOracle {
  private static final Duration SURELY_KNOWN = Duration.ofHours(20);
  private static final int REPEATS = 20;
  private static final int CLICKS = 10;
  private static final long WEEK = Duration.ofDays(7).toMillis();
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration LABELS = Duration.ofHours(1);

  private final Pseudonyms pseudonyms;
  private final Map<String, String> refused = new TreeMap<>();
  private final Map<String, List<ProductAction>> actions = new TreeMap<>();
  private final Map<String, LiveInterests> interests = new TreeMap<>();
  private final Map<String, Map<String, Integer>> labels = new TreeMap<>();
  private final Map<String, Impression> shown = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> repeats = new HashMap<>();
  private final Map<String, List<Click>> clicks = new TreeMap<>();
  private final Map<Integer, Instant> newest = new HashMap<>();
  private int duplicates;

  private record Click(String product, long at) {}

  private ShopperOracle(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** Reads the topics of a log that is complete. */
  public static ShopperOracle of(KafkaSettings kafka, Pseudonyms pseudonyms) {
    ShopperOracle oracle = new ShopperOracle(pseudonyms);
    LogOracle.read(kafka, Topic.IMPRESSIONS.standardName()).forEach(oracle::impression);
    LogOracle.read(kafka, Topic.BEHAVIOUR.standardName()).forEach(oracle::line);
    oracle.clickers();
    LogOracle.read(kafka, Topic.ERASURES.standardName())
        .forEach(wish -> oracle.interests.put(text(wish.key()), LiveInterests.none(2)));
    return oracle;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private static String place(ConsumerRecord<byte[], byte[]> message) {
    return message.topic() + "-" + message.partition() + "/" + message.offset();
  }

  private void impression(ConsumerRecord<byte[], byte[]> message) {
    if (text(message.value()).equals("{\"id\":\"i-broken\"}")) {
      refused.put(place(message), "impression.json");
      return;
    }
    Impression impression = new ImpressionJson().read(text(message.value()));
    shown.put(impression.id(), impression);
    Map<String, Integer> none = new TreeMap<>();
    for (Impression.Shown item : impression.items()) {
      none.put(item.product(), 0);
      long exposure = Math.round(item.propensity() * 1_000_000);
      add(
          new ProductAction(
              item.product(),
              EventType.IMPRESSION,
              1,
              exposure,
              0,
              impression.at().toEpochMilli()));
    }
    if (!none.isEmpty()) {
      labels.put(impression.id(), none);
    }
  }

  private void add(ProductAction action) {
    actions.computeIfAbsent(action.product(), none -> new ArrayList<>()).add(action);
  }

  private void line(ConsumerRecord<byte[], byte[]> message) {
    String line = text(message.value());
    String poison = ShopperLog.POISON.get(line);
    if (poison != null) {
      refused.put(place(message), poison);
      return;
    }
    BehaviourEvent event = new EventJson().read(line);
    Instant before = newest.getOrDefault(message.partition(), Instant.MIN);
    if (!before.equals(Instant.MIN) && event.at().isBefore(before.minus(SURELY_KNOWN))) {
      refused.put(place(message), "clock.late");
      return;
    }
    newest.merge(message.partition(), event.at(), (a, b) -> a.isAfter(b) ? a : b);
    String id = event.user() + '/' + event.id();
    if (ids.contains(id)) {
      duplicates++;
      return;
    }
    if (isMachine(event)) {
      refused.put(place(message), "bot.repeat");
      return;
    }
    ids.add(id);
    accept(event);
  }

  /** Each shopper once a week and product, at the first of a few clicks. */
  private void clickers() {
    for (List<Click> week : clicks.values()) {
      if (week.size() <= CLICKS) {
        long first = week.stream().mapToLong(Click::at).min().orElseThrow();
        add(new ProductAction(week.getFirst().product(), EventType.CLICK, 0, 0, 1, first));
      }
    }
  }

  private boolean isMachine(BehaviourEvent event) {
    long window = Math.floorDiv(event.at().toEpochMilli(), WINDOW.toMillis());
    String what = event.user() + '/' + event.type() + '/' + event.product() + '/' + window;
    return repeats.merge(what, 1, Integer::sum) > REPEATS && event.product() != null;
  }

  private void accept(BehaviourEvent event) {
    if (event.type() != EventType.IMPRESSION || event.impression() == null) {
      ProductAction.of(event, Examination.DEFAULT).ifPresent(this::add);
    }
    String product = event.product();
    if (product != null && event.type() == EventType.CLICK) {
      long at = event.at().toEpochMilli();
      String once = event.user() + '/' + product + '/' + Math.floorDiv(at, WEEK);
      clicks.computeIfAbsent(once, none -> new ArrayList<>()).add(new Click(product, at));
    }
    if (product != null) {
      interest(pseudonyms.of(event.user()), product, event);
      interest(InterestMessage.ALL, product, event);
      String segment = event.attributes().get("segment");
      if (segment != null) {
        interest(InterestMessage.GROUP + segment, product, event);
      }
      label(product, event);
    }
  }

  private void interest(String owner, String product, BehaviourEvent event) {
    LiveInterests before = interests.getOrDefault(owner, LiveInterests.none(2));
    float[] vector = new TwoVectors().open().vector(product);
    LiveInterests after =
        before.plus(
            event.type(),
            product,
            vector,
            event.attributes().get("category"),
            event.at(),
            EventWeights.defaults());
    if (!after.isEmpty()) {
      interests.put(owner, after);
    }
  }

  private void label(String product, BehaviourEvent event) {
    int label =
        switch (event.type()) {
          case VIEW, CLICK -> 1;
          case FAVOURITE, CART -> 2;
          case BUY -> 3;
          default -> 0;
        };
    Impression list = event.impression() == null ? null : shown.get(event.impression());
    if (list == null
        || event.at().isAfter(list.at().plus(LABELS))
        || !pseudonyms.of(event.user()).equals(list.user())) {
      return;
    }
    labels.getOrDefault(list.id(), new TreeMap<>()).merge(product, label, Math::max);
  }

  /** Rules that refused messages break, by their places. */
  public Map<String, String> refused() {
    return refused;
  }

  /** What was done with each product. */
  public Map<String, List<ProductAction>> actions() {
    return actions;
  }

  /** By owner; empty ones for those who are to be forgotten. */
  public Map<String, LiveInterests> interests() {
    return interests;
  }

  /** The label of each product of each impression. */
  public Map<String, Map<String, Integer>> labels() {
    return labels;
  }

  /** Events that came again. */
  public int duplicates() {
    return duplicates;
  }
}
