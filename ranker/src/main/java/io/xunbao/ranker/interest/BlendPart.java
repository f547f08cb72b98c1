package io.xunbao.ranker.interest;

import java.util.Arrays;
import java.util.Optional;

/** What a recommendation's score is made of; each is learned, stored and served. */
public enum BlendPart {
  /** The shopper's own products again, by their lasting weights. */
  REVISITS("revisits"),
  /** The same by the weights of this visit. */
  REVISITS_SHORT("revisits-short"),
  /** Popular products of the categories that the shopper cares for. */
  CATEGORY("category-affinity"),
  /** The same by the weights of this visit. */
  CATEGORY_SHORT("category-affinity-short"),
  /** Neighbours of the shopper's products. */
  NEIGHBOURS("item-knn"),
  /** What a linear model makes of the shopper's products. */
  LINEAR("linear-items"),
  /** Products with titles like those of the shopper's. */
  TITLES("title-similarity"),
  /** How many took a product. */
  POPULARITY("popularity");

  private final String key;

  BlendPart(String key) {
    this.key = key;
  }

  /** The stable name in files and tables. */
  public String key() {
    return key;
  }

  /** The part of a name; empty where no part has it. */
  static Optional<BlendPart> ofKey(String key) {
    return Arrays.stream(values()).filter(part -> part.key.equals(key)).findFirst();
  }
}
