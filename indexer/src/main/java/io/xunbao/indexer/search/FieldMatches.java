package io.xunbao.indexer.search;

import java.util.Arrays;
import java.util.List;

/**
 * What terms of one field score in products whose words are at hand, without reading postings: each
 * word of a product is looked up among the terms. For use by one thread.
 */
final class FieldMatches {
  private final List<ScoredTerm> terms;
  private final int[] ids;
  private final int[] counts;

  /** One bit for the last bits of each id: most words of a product are ruled out by it. */
  private final long filter;

  /**
   * @param terms distinct, of one field
   */
  FieldMatches(List<ScoredTerm> terms) {
    this.terms = terms;
    this.ids = terms.stream().mapToInt(t -> ProductWords.id(t.term().term().text())).toArray();
    this.counts = new int[ids.length];
    long bits = 0;
    for (int id : ids) {
      bits |= 1L << id;
    }
    this.filter = bits;
  }

  /**
   * The sum of the terms.
   *
   * @param words of the field
   * @param norm encoded length of the field
   */
  float score(int[] words, long norm) {
    count(words);
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
    Arrays.fill(counts, 0);
    for (int word : words) {
      if ((filter >>> word & 1) != 0) {
        for (int t = 0; t < ids.length; t++) {
          counts[t] += ids[t] == word ? 1 : 0;
        }
      }
    }
  }
}
