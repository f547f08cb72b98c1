package io.xunbao.ranker.interest;

import io.xunbao.ranker.feedback.BehaviourEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What behaviour up to a moment says: a profile for each shopper, and for each product those that
 * shoppers took with it. It is what {@code train interests} makes.
 *
 * @param users profile by pseudonym
 * @param together companions by product id, the strongest first
 * @param blends what recommends; {@link Blends#NONE} where nothing could be tuned
 */
public record InterestModel(
    Map<String, UserProfile> users, Map<String, List<Companion>> together, Blends blends)
    implements ProfileSource {
  /** The model's kind in the registry. */
  public static final String KIND = "interests";

  /** Nothing is known. */
  public static final InterestModel NONE = new InterestModel(Map.of(), Map.of(), Blends.NONE);

  public InterestModel {
    Objects.requireNonNull(blends, "blends");
    users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
    together = Collections.unmodifiableMap(new LinkedHashMap<>(together));
  }

  /**
   * A product that is taken with another.
   *
   * @param weight how strongly; for companions the cosine of the two products' shoppers, in 0..1
   */
  public record Companion(String product, double weight) {}

  /** Learns from events in any order. */
  public static InterestModel of(List<BehaviourEvent> events, EventWeights weights) {
    Map<String, UserProfile> users = new HashMap<>();
    for (BehaviourEvent event : events) {
      String product = event.product();
      if (product != null) {
        users.merge(
            event.user(),
            UserProfile.NONE.plus(event.type(), product, event.at(), weights),
            (before, one) -> before.plus(event.type(), product, event.at(), weights));
      }
    }
    users.values().removeIf(UserProfile::isEmpty);
    return new InterestModel(users, Together.of(users.values()), Blends.NONE);
  }

  /** The same with blends. */
  public InterestModel withBlends(Blends tuned) {
    return new InterestModel(users, together, tuned);
  }

  @Override
  public Optional<UserProfile> profile(String user) {
    return Optional.ofNullable(users.get(user));
  }

  /** What is taken with a product, the strongest first; empty where nothing is known. */
  public List<Companion> companions(String product) {
    return together.getOrDefault(product, List.of());
  }
}
