package io.xunbao.indexer.search;

/**
 * What a term scores: {@code weight * freq / (freq + k1 * (1 - b + b * length / average))}, in the
 * form of Lucene's {@code BM25Similarity}, {@code weight - weight / (1 + freq * inverse)}, so that
 * both give the same floats.
 *
 * @param weight of the term times its idf
 * @param inverses one over the factor of the length, by the encoded length; of the term's field,
 *     shared
 */
record TermScore(float weight, float[] inverses) {
  /**
   * The score of one product.
   *
   * @param frequency of the term in the product's field
   * @param norm the encoded length of that field
   */
  float of(float frequency, long norm) {
    return weight - weight / (1f + frequency * inverses[(byte) norm & 0xFF]);
  }

  /** The scores of the first {@code size} products. */
  void of(int size, float[] frequencies, long[] norms, float[] scores) {
    for (int i = 0; i < size; i++) {
      scores[i] = inverses[(byte) norms[i] & 0xFF];
    }
    for (int i = 0; i < size; i++) { // apart from the look-ups, for this loop is vectorised
      scores[i] = weight - weight / (1f + frequencies[i] * scores[i]);
    }
  }
}
