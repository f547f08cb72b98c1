package io.xunbao.ranker.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was shown to whom, as it was served: what a model is later trained on is read here and never
 * computed again, so training and serving cannot differ.
 *
 * @param id names the list; events that came of it bear it as their impression
 * @param user pseudonym; null for a search without a user
 * @param query as typed
 * @param understood what was searched for in the end
 * @param snapshot of the index
 * @param ranker name of the ranking
 * @param model id of the model that ranked; null where none did
 * @param ruleSet version of the rules that arranged; null where none did
 * @param experiment that the list is part of; null where none is
 * @param arm of the experiment: of a list that two rankers were mixed into, {@link #mixedArm} of
 *     both; null where none runs
 * @param schema fingerprint of the features; null where none were computed
 * @param features names of the features, in the order of each product's; empty where there are none
 */
public record Impression(
    String id,
    @Nullable String user,
    String query,
    String understood,
    Instant at,
    String snapshot,
    String ranker,
    @Nullable String model,
    @Nullable String ruleSet,
    @Nullable String experiment,
    @Nullable String arm,
    @Nullable String schema,
    List<String> features,
    List<Shown> items) {
  private static final String MIXED = "+";

  public Impression {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(understood, "understood");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(ranker, "ranker");
    features = List.copyOf(features);
    items = List.copyOf(items);
    for (Shown item : items) {
      if (item.features().length != 0 && item.features().length != features.size()) {
        throw new IllegalArgumentException(
            "a product must have " + features.size() + " features, got " + item.features().length);
      }
    }
  }

  /** A list that is part of no experiment that has a name. */
  public Impression(
      String id,
      @Nullable String user,
      String query,
      String understood,
      Instant at,
      String snapshot,
      String ranker,
      @Nullable String model,
      @Nullable String ruleSet,
      @Nullable String arm,
      @Nullable String schema,
      List<String> features,
      List<Shown> items) {
    this(
        id,
        user,
        query,
        understood,
        at,
        snapshot,
        ranker,
        model,
        ruleSet,
        null,
        arm,
        schema,
        features,
        items);
  }

  /** The arm of lists that were mixed of these teams: their names, joined by {@code +}. */
  public static String mixedArm(List<String> teams) {
    return String.join(MIXED, teams);
  }

  /** The teams that the list was mixed of, in the order of the experiment; empty where of none. */
  public List<String> teams() {
    return arm == null || !arm.contains(MIXED) ? List.of() : List.of(arm.split("\\+", -1));
  }

  /**
   * One product of the list.
   *
   * @param position from 1
   * @param propensity how probably a shopper looks at this place, in 0..1
   * @param features in the order of the impression's names, NaN for a missing one; empty where none
   *     were computed; shared, not to be changed
   * @param team the ranker that picked it for a mixed list; null where none did
   */
  public record Shown(
      String product, int position, double propensity, double[] features, @Nullable String team) {
    /** A product of a list that one ranker made. */
    public Shown(String product, int position, double propensity, double[] features) {
      this(product, position, propensity, features, null);
    }

    public Shown {
      Objects.requireNonNull(product, "product");
      if (position < 1) {
        throw new IllegalArgumentException("position must be >= 1, got " + position);
      }
      if (!(propensity >= 0 && propensity <= 1)) {
        throw new IllegalArgumentException("propensity must be in 0..1, got " + propensity);
      }
    }
  }
}
