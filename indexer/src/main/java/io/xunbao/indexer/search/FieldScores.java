package io.xunbao.indexer.search;

import io.xunbao.indexer.schema.IndexSchema;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.util.SmallFloat;

/**
 * BM25 of one field (Robertson and Zaragoza 2009) as {@link IndexSchema#similarity} has it. What
 * depends on the field alone is made once; Lucene makes it anew for each term of each query.
 */
final class FieldScores {
  private final long products;
  private final float[] inverses = new float[256];

  FieldScores(CollectionStatistics field) {
    this.products = field.docCount();
    float average = (float) (field.sumTotalTermFreq() / (double) products);
    for (int i = 0; i < inverses.length; i++) {
      float length = SmallFloat.byte4ToInt((byte) i);
      inverses[i] =
          1f / (IndexSchema.K1 * ((1 - IndexSchema.B) + IndexSchema.B * length / average));
    }
  }

  /**
   * What a term scores.
   *
   * @param with products that have the term in the field
   */
  TermScore term(float weight, int with) {
    float idf = (float) Math.log(1 + (products - with + 0.5D) / (with + 0.5D));
    return new TermScore(weight * idf, inverses);
  }
}
