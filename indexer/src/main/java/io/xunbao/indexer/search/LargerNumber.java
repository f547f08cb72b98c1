package io.xunbao.indexer.search;

import io.xunbao.indexer.schema.IndexSchema;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;
import org.jspecify.annotations.Nullable;

/** The larger of two number fields; where both are absent, less than any number. */
final class LargerNumber extends LongValuesSource {
  /** Items sold: as the shop says, and as the streams counted. */
  static final LargerNumber SALES = new LargerNumber(IndexSchema.SALES, IndexSchema.BOUGHT);

  private final String first;
  private final String second;

  private LargerNumber(String first, String second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public LongValues getValues(LeafReaderContext leaf, @Nullable DoubleValues scores)
      throws IOException {
    NumericDocValues one = DocValues.getNumeric(leaf.reader(), first);
    NumericDocValues other = DocValues.getNumeric(leaf.reader(), second);
    return new LongValues() {
      private long value;

      @Override
      public long longValue() {
        return value;
      }

      @Override
      public boolean advanceExact(int document) throws IOException {
        value = one.advanceExact(document) ? one.longValue() : Long.MIN_VALUE;
        if (other.advanceExact(document)) {
          value = Math.max(value, other.longValue());
        }
        return true;
      }
    };
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public LongValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return DocValues.isCacheable(leaf, first, second);
  }

  @Override
  public int hashCode() {
    return 31 * first.hashCode() + second.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LargerNumber number
        && first.equals(number.first)
        && second.equals(number.second);
  }

  @Override
  public String toString() {
    return "larger(" + first + ", " + second + ")";
  }
}
