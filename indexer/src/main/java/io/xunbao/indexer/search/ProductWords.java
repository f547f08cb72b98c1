package io.xunbao.indexer.search;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import java.util.Arrays;
import java.util.List;

/**
 * The words of one product as the index holds them, as ids. Equal words have equal ids.
 *
 * @param byField ids of each field's words in their order, by the field's place in {@link
 *     IndexSchema#TEXT_FIELDS}; empty where the product lacks the field; shared, not to be changed
 * @param titlePairs {@link #pairs} of the title; shared, not to be changed
 * @param attributes number of attributes
 */
public record ProductWords(int[][] byField, int[] titlePairs, int attributes) {
  static ProductWords of(Product product, QueryAnalysis analysis) {
    int[][] byField = new int[IndexSchema.TEXT_FIELDS.size()][];
    for (int field = 0; field < byField.length; field++) {
      String text = text(product, IndexSchema.TEXT_FIELDS.get(field));
      byField[field] = analysis.indexTerms(text).stream().mapToInt(ProductWords::id).toArray();
    }
    return new ProductWords(byField, pairs(product.title()), product.attributes().size());
  }

  private static String text(Product product, String field) {
    String text =
        switch (field) {
          case IndexSchema.TITLE -> product.title();
          case IndexSchema.BRAND -> product.brand();
          case IndexSchema.CATEGORY -> String.join(" ", product.category());
          case IndexSchema.ATTRIBUTES ->
              String.join(
                  " ", product.attributes().values().stream().flatMap(List::stream).toList());
          default -> product.description();
        };
    return text == null ? "" : text;
  }

  /** The id of a word. */
  public static int id(String word) {
    return word.hashCode();
  }

  /** Pairs of neighbouring letters of a text, as ids in ascending order. */
  public static int[] pairs(String text) {
    int[] characters = text.codePoints().filter(Character::isLetterOrDigit).toArray();
    int[] pairs = new int[Math.max(0, characters.length - 1)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] =
          31 * Character.toLowerCase(characters[i]) + Character.toLowerCase(characters[i + 1]);
    }
    return Arrays.stream(pairs).sorted().distinct().toArray();
  }
}
