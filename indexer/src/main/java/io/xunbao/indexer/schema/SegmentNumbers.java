package io.xunbao.indexer.schema;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/** The numbers of the products of one segment, read in the order of the documents. */
final class SegmentNumbers {
  private final NumericDocValues price;
  private final NumericDocValues stock;
  private final NumericDocValues sales;
  private final NumericDocValues bought;
  private final NumericDocValues comments;
  private final NumericDocValues reviewed;
  private final NumericDocValues updatedAt;

  SegmentNumbers(LeafReader segment) throws IOException {
    this.price = DocValues.getNumeric(segment, IndexSchema.PRICE);
    this.stock = DocValues.getNumeric(segment, IndexSchema.STOCK);
    this.sales = DocValues.getNumeric(segment, IndexSchema.SALES);
    this.bought = DocValues.getNumeric(segment, IndexSchema.BOUGHT);
    this.comments = DocValues.getNumeric(segment, IndexSchema.COMMENTS);
    this.reviewed = DocValues.getNumeric(segment, IndexSchema.REVIEWED);
    this.updatedAt = DocValues.getNumeric(segment, IndexSchema.UPDATED_AT);
  }

  /**
   * The numbers of a document.
   *
   * @param document number in the segment, at least that of the call before
   */
  ProductNumbers of(int document) throws IOException {
    return new ProductNumbers(
        number(price, document),
        number(stock, document),
        larger(number(sales, document), number(bought, document)),
        larger(number(comments, document), number(reviewed, document)),
        time(number(updatedAt, document)));
  }

  /** A product whose source says no time has the beginning of the epoch. */
  private static @Nullable Long time(@Nullable Long millis) {
    return millis == null || millis == 0 ? null : millis;
  }

  /**
   * What the shop says and what the streams counted are both lower bounds of the truth, and may
   * speak of the same purchases: the larger one is the better bound, and a sum would count twice.
   */
  private static @Nullable Long larger(@Nullable Long shop, @Nullable Long streams) {
    return shop == null ? streams : streams == null ? shop : Long.valueOf(Math.max(shop, streams));
  }

  private static @Nullable Long number(NumericDocValues values, int document) throws IOException {
    return values.advanceExact(document) ? values.longValue() : null;
  }
}
