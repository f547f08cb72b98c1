package io.xunbao.indexer.search;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/**
 * The words of one product as the index holds them, as ids. Equal words have equal ids, different
 * ones almost always different ids.
 *
 * @param byField ids of each field's words in their order, by the field's place in {@link
 *     IndexSchema#TEXT_FIELDS}; empty where the product lacks the field; shared, not to be changed
 * @param norms encoded length of each field, as Lucene has it; 1 where the product lacks the field;
 *     shared, not to be changed
 * @param textNorm encoded length of {@link IndexSchema#TEXT}
 * @param titlePairs {@link #pairs} of the title; shared, not to be changed
 * @param attributes number of attributes
 */
public record ProductWords(
    int[][] byField, long[] norms, long textNorm, int[] titlePairs, int attributes) {
  /** An odd number near the golden ratio of 2^32: neighbouring characters end far apart. */
  private static final int MIX = 0x9E37_79B1;

  /**
   * The words of a product.
   *
   * @param segment where it is
   * @param document its number there
   */
  static ProductWords of(Product product, QueryAnalysis analysis, LeafReader segment, int document)
      throws IOException {
    int[][] byField = new int[IndexSchema.TEXT_FIELDS.size()][];
    for (int field = 0; field < byField.length; field++) {
      String text = text(product, IndexSchema.TEXT_FIELDS.get(field));
      byField[field] = analysis.indexTerms(text).stream().mapToInt(ProductWords::id).toArray();
    }
    return new ProductWords(
        byField,
        norms(segment, document),
        norm(segment, IndexSchema.TEXT, document),
        pairs(product.title()),
        product.attributes().size());
  }

  private static long[] norms(LeafReader segment, int document) throws IOException {
    long[] norms = new long[IndexSchema.TEXT_FIELDS.size()];
    for (int field = 0; field < norms.length; field++) {
      norms[field] = norm(segment, IndexSchema.TEXT_FIELDS.get(field), document);
    }
    return norms;
  }

  private static long norm(LeafReader segment, String field, int document) throws IOException {
    NumericDocValues lengths = segment.getNormValues(field);
    return lengths != null && lengths.advanceExact(document) ? lengths.longValue() : 1;
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

  /**
   * The id of a word. {@code String.hashCode} would not do: 31 times a character plus the next one
   * is the same for many words of two characters.
   */
  public static int id(String word) {
    int id = word.length();
    for (int i = 0; i < word.length(); i++) {
      id = join(id, word.charAt(i));
    }
    return id ^ id >>> 16;
  }

  private static int join(int id, int character) {
    return (id ^ character) * MIX;
  }

  /** Pairs of neighbouring letters of a text, as ids in ascending order. */
  public static int[] pairs(String text) {
    int[] characters = text.codePoints().filter(Character::isLetterOrDigit).toArray();
    int[] pairs = new int[Math.max(0, characters.length - 1)];
    for (int i = 0; i < pairs.length; i++) {
      int first = join(0, Character.toLowerCase(characters[i]));
      pairs[i] = join(first, Character.toLowerCase(characters[i + 1]));
    }
    return Arrays.stream(pairs).sorted().distinct().toArray();
  }
}
