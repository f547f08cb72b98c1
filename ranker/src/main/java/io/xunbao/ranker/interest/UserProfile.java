package io.xunbao.ranker.interest;

import io.xunbao.ranker.feedback.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a shopper's behaviour says, small enough to be kept for every shopper: the products they
 * dealt with, each with a weight that an event adds to and time halves, on two scales of time. No
 * vectors are in it, so that a new embedding needs no behaviour again: who ranks makes them of the
 * products' vectors.
 *
 * @param recent weight by product id, halved every {@link #SHORT_HALF_LIFE}, as it is at {@code at}
 * @param lasting the same, halved every {@link #LONG_HALF_LIFE}
 * @param at time of the newest event
 */
public record UserProfile(Map<String, Double> recent, Map<String, Double> lasting, Instant at) {
  public static final Duration SHORT_HALF_LIFE = Duration.ofHours(2);
  public static final Duration LONG_HALF_LIFE = Duration.ofDays(7);

  /** Products kept on each scale; the weakest are forgotten first. */
  public static final int MAX_PRODUCTS = 50;

  /** A shopper of whom nothing is known. */
  public static final UserProfile NONE = new UserProfile(Map.of(), Map.of(), Instant.EPOCH);

  public UserProfile {
    recent = Collections.unmodifiableMap(new LinkedHashMap<>(recent));
    lasting = Collections.unmodifiableMap(new LinkedHashMap<>(lasting));
    Objects.requireNonNull(at, "at");
  }

  /** A profile of products that count alike, such as those of a basket. */
  public static UserProfile basket(Iterable<String> products) {
    Map<String, Double> alike = new LinkedHashMap<>();
    products.forEach(product -> alike.put(product, 1.0));
    return new UserProfile(Map.of(), alike, Instant.EPOCH);
  }

  public boolean isEmpty() {
    return lasting.isEmpty() && recent.isEmpty();
  }

  /** With one more event, which may be older than those before; the order does not matter. */
  public UserProfile plus(EventType type, String product, Instant when, EventWeights weights) {
    float weight = weights.of(type);
    if (weight == 0) {
      return this;
    }
    Instant newest = when.isAfter(at) ? when : at;
    return new UserProfile(
        add(recent, product, weight, when, newest, SHORT_HALF_LIFE),
        add(lasting, product, weight, when, newest, LONG_HALF_LIFE),
        newest);
  }

  private Map<String, Double> add(
      Map<String, Double> before,
      String product,
      float weight,
      Instant when,
      Instant newest,
      Duration halfLife) {
    Map<String, Double> sums = new LinkedHashMap<>();
    double old = decay(at, newest, halfLife);
    before.forEach((id, sum) -> sums.put(id, sum * old));
    sums.merge(product, weight * decay(when, newest, halfLife), Double::sum);
    return strongest(sums);
  }

  /** Taken-back interest stays as a negative sum, so that the order of events does not matter. */
  private static Map<String, Double> strongest(Map<String, Double> sums) {
    if (sums.size() <= MAX_PRODUCTS) {
      return sums;
    }
    Map<String, Double> kept = new LinkedHashMap<>();
    sums.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> e) -> Math.abs(e.getValue()))
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_PRODUCTS)
        .forEach(e -> kept.put(e.getKey(), e.getValue()));
    return kept;
  }

  private static double decay(Instant from, Instant to, Duration halfLife) {
    double lives = Duration.between(from, to).toMillis() / (double) halfLife.toMillis();
    return Math.pow(0.5, lives);
  }
}
