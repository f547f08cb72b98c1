package io.xunbao.indexer.search;

/**
 * What each kind of match adds to the BM25 sum, relative to a Han word.
 *
 * @param characters single Han characters: find what the lexicon cuts differently
 * @param pairs neighbouring Han characters: keep together what belongs together
 * @param latin Latin words, numbers and model numbers as the query has them
 * @param latinParts what those consist of
 * @param attributes words in attribute values, which describe more than they name; multiplies the
 *     weight of the word
 */
public record RankingWeights(
    float characters, float pairs, float latin, float latinParts, float attributes) {
  /**
   * A character weighs as much as a word: a wrong cut then costs a part of the score and not all of
   * it. A Latin word has neither characters nor pairs and gets some of their weight.
   */
  public static final RankingWeights DEFAULT = new RankingWeights(1, 0.5f, 1.5f, 1, 0.25f);

  public RankingWeights {
    requireNotNegative("characters", characters);
    requireNotNegative("pairs", pairs);
    requireNotNegative("latin", latin);
    requireNotNegative("latinParts", latinParts);
    requireNotNegative("attributes", attributes);
  }

  private static void requireNotNegative(String name, float value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(name + " must be >= 0, got " + value);
    }
  }
}
