package io.xunbao.ranker.interest;

import io.xunbao.ranker.feedback.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's interests as a stream keeps them: the weights of products, two decayed sums of
 * product vectors, and the strength of each category. Of bounded size, whatever the shopper does.
 *
 * @param profile weights of products, and the time as of which all of it is
 * @param shortTerm sum of vectors, halved every {@link UserProfile#SHORT_HALF_LIFE}, shape
 *     [dimensions]; shared, not to be changed
 * @param longTerm the same, halved every {@link UserProfile#LONG_HALF_LIFE}
 * @param categories strength by name, halved every {@link UserProfile#LONG_HALF_LIFE}
 */
public record LiveInterests(
    UserProfile profile, float[] shortTerm, float[] longTerm, Map<String, Double> categories) {
  /** Categories kept; the weakest are forgotten first. */
  public static final int MAX_CATEGORIES = 32;

  public LiveInterests {
    Objects.requireNonNull(profile, "profile");
    if (shortTerm.length != longTerm.length) {
      throw new IllegalArgumentException(
          "both vectors must have the same dimensions, got "
              + shortTerm.length
              + " and "
              + longTerm.length);
    }
    categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
  }

  /** A shopper of whom nothing is known. */
  public static LiveInterests none(int dimensions) {
    return new LiveInterests(
        UserProfile.NONE, new float[dimensions], new float[dimensions], Map.of());
  }

  public boolean isEmpty() {
    return profile.isEmpty();
  }

  /** Time of the newest event. */
  public Instant at() {
    return profile.at();
  }

  /**
   * With one more event, which may be older than those before.
   *
   * @param vector of the product, shape [dimensions]; null where it has none
   * @param category of the product; null where it is not known
   */
  public LiveInterests plus(
      EventType type,
      String product,
      float @Nullable [] vector,
      @Nullable String category,
      Instant when,
      EventWeights weights) {
    float weight = weights.of(type);
    if (weight == 0) {
      return this;
    }
    UserProfile next = profile.plus(type, product, when, weights);
    return new LiveInterests(
        next,
        sum(shortTerm, vector, weight, when, UserProfile.SHORT_HALF_LIFE),
        sum(longTerm, vector, weight, when, UserProfile.LONG_HALF_LIFE),
        strengths(category, weight, when, next.at()));
  }

  private float[] sum(
      float[] before, float @Nullable [] vector, float weight, Instant when, Duration halfLife) {
    float[] added = vector == null ? new float[before.length] : vector;
    return new InterestVector(before, profile.at(), halfLife).plus(added, weight, when).sum();
  }

  private Map<String, Double> strengths(
      @Nullable String category, float weight, Instant when, Instant newest) {
    double old = decay(profile.at(), newest);
    Map<String, Double> next = new LinkedHashMap<>();
    categories.forEach((name, strength) -> next.put(name, strength * old));
    if (category != null) {
      next.merge(category, weight * decay(when, newest), Double::sum);
    }
    if (next.size() > MAX_CATEGORIES) {
      next.entrySet().stream()
          .min(
              Comparator.comparingDouble((Map.Entry<String, Double> e) -> Math.abs(e.getValue()))
                  .thenComparing(Map.Entry.comparingByKey()))
          .map(Map.Entry::getKey)
          .ifPresent(next::remove);
    }
    return next;
  }

  private static double decay(Instant from, Instant to) {
    double lives =
        Duration.between(from, to).toMillis() / (double) UserProfile.LONG_HALF_LIFE.toMillis();
    return Math.pow(0.5, lives);
  }

  /** The share of a category in all that the shopper cares for, in 0..1; 0 where unknown. */
  public double share(String category) {
    double all = categories.values().stream().mapToDouble(s -> Math.max(0, s)).sum();
    return all == 0 ? 0 : Math.max(0, categories.getOrDefault(category, 0.0)) / all;
  }
}
