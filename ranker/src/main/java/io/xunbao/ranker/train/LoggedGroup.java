package io.xunbao.ranker.train;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One impression with what came of it.
 *
 * @param impression the impression's id
 * @param query what was asked
 * @param at when it was shown
 * @param schema fingerprint of the features
 * @param features their names
 * @param items the products, sorted by position
 */
public record LoggedGroup(
    String impression,
    String query,
    Instant at,
    String schema,
    List<String> features,
    List<Item> items) {
  public LoggedGroup {
    require(impression, "impression");
    require(query, "query");
    require(at, "at");
    require(schema, "schema");
    require(features, "features");
    require(items, "items");
    features = List.copyOf(features);
    items = items.stream().sorted(Comparator.comparingInt(Item::position)).toList();
    for (Item item : items) {
      if (item.features().size() != features.size()) {
        throw new IllegalArgumentException(
            "product "
                + item.product()
                + " must have "
                + features.size()
                + " features, got "
                + item.features().size());
      }
    }
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a group must have at least one item, got none");
    }
  }

  private static void require(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  /**
   * A product as it was shown.
   *
   * @param position its place, from 1
   * @param propensity chance that the place was looked at, in (0, 1]
   * @param label what came of it, 0 for nothing
   * @param features the values it was served with; null for missing
   */
  public record Item(
      String product, int position, double propensity, int label, List<@Nullable Double> features) {
    public Item {
      require(product, "product");
      require(features, "features of " + product);
      features = Collections.unmodifiableList(new ArrayList<>(features));
      if (position < 1 || label < 0 || label > TrainingSet.MAX_GRADE) {
        throw new IllegalArgumentException(
            "position must be >= 1 and label in 0..30, got " + position + " and " + label);
      }
      if (!(propensity > 0 && propensity <= 1)) {
        throw new IllegalArgumentException("propensity must be in (0, 1], got " + propensity);
      }
    }
  }
}
