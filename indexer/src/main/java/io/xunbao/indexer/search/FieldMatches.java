package io.xunbao.indexer.search;

import io.xunbao.indexer.schema.IndexSchema;
import java.util.Arrays;
import java.util.List;

/**
 * What terms of one field score in products whose words are at hand, without reading postings: each
 * word of a product is looked up among the terms. For use by one thread.
 */
final class FieldMatches {
  /** What {@link IndexSchema#TEXT} holds, by the places of the fields. */
  private static final int[] OF_TEXT =
      List.of(IndexSchema.TITLE, IndexSchema.BRAND, IndexSchema.CATEGORY, IndexSchema.DESCRIPTION)
          .stream()
          .mapToInt(IndexSchema.TEXT_FIELDS::indexOf)
          .toArray();

  private static final int NONE = -1;

  private final List<ScoredTerm> terms;
  private final int[] ids;
  private final int[] counts;

  /**
   * Places of terms, found from the last bits of their ids on (open addressing); at most a quarter
   * is taken, so that most words of a product are ruled out by the first look.
   */
  private final int[] table;

  /**
   * @param terms distinct, of one field
   */
  FieldMatches(List<ScoredTerm> terms) {
    this.terms = terms;
    this.ids = new int[terms.size()];
    this.counts = new int[ids.length];
    this.table = new int[Integer.highestOneBit(4 * ids.length | 1) << 1];
    Arrays.fill(table, NONE);
    for (int t = 0; t < ids.length; t++) {
      ids[t] = ProductWords.id(terms.get(t).term().term().text());
      int at = ids[t] & table.length - 1;
      while (table[at] != NONE) {
        at = at + 1 & table.length - 1;
      }
      table[at] = t;
    }
  }

  /**
   * The sum of the terms.
   *
   * @param words of the field
   * @param norm encoded length of the field
   */
  float score(int[] words, long norm) {
    Arrays.fill(counts, 0);
    count(words);
    return sum(norm);
  }

  /** The sum of terms of {@link IndexSchema#TEXT}, which holds the words of other fields. */
  float scoreText(ProductWords product) {
    Arrays.fill(counts, 0);
    for (int field : OF_TEXT) {
      count(product.byField()[field]);
    }
    return sum(product.textNorm());
  }

  private float sum(long norm) {
    double sum = 0;
    for (int t = 0; t < counts.length; t++) {
      TermScore score = terms.get(t).score();
      if (counts[t] > 0 && score != null) {
        sum += score.of(counts[t], norm);
      }
    }
    return (float) sum;
  }

  private void count(int[] words) {
    for (int word : words) {
      int at = word & table.length - 1;
      for (int t = table[at]; t != NONE; t = table[at]) {
        counts[t] += ids[t] == word ? 1 : 0;
        at = at + 1 & table.length - 1;
      }
    }
  }
}
