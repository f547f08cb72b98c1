package io.xunbao.ranker.interest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The blends that recommend, each with weights that were tuned on a part of the data that its
 * tables were not learned from.
 *
 * @param shoppers learned from whole histories
 * @param baskets learned from what was taken at once
 * @param weights of each kind that could be tuned
 */
public record Blends(
    ItemParts shoppers, ItemParts baskets, Map<Kind, Map<BlendPart, Double>> weights) {
  /** Nothing was tuned. */
  public static final Blends NONE = new Blends(ItemParts.NONE, ItemParts.NONE, Map.of());

  /** What a blend is tuned for. */
  public enum Kind {
    /** A shopper's next product, which may be one that they know. */
    SEEN,
    /** A product that is new to the shopper. */
    NEW,
    /** What goes with a basket. */
    TOGETHER;

    /** The stable name in files. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Blends {
    Objects.requireNonNull(shoppers, "shoppers");
    Objects.requireNonNull(baskets, "baskets");
    Map<Kind, Map<BlendPart, Double>> copy = new EnumMap<>(Kind.class);
    weights.forEach((kind, of) -> copy.put(kind, new ItemBlend(ItemParts.NONE, of).weights()));
    weights = Collections.unmodifiableMap(copy);
  }

  /** The blend of a kind; empty where there were too few data to tune it. */
  public Optional<ItemBlend> blend(Kind kind) {
    return Optional.ofNullable(weights.get(kind))
        .map(w -> new ItemBlend(kind == Kind.TOGETHER ? baskets : shoppers, w));
  }
}
