package io.xunbao.indexer.search;

import io.xunbao.indexer.schema.IndexSchema;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** A {@link ProductSort} as Lucene sorts, and the place of a hit in it. */
record ProductOrder(Sort sort, boolean scores) {
  static ProductOrder of(ProductSort sort) {
    return switch (sort) {
      case RELEVANCE -> new ProductOrder(sort(SortField.FIELD_SCORE), true);
      case PRICE_ASCENDING -> byNumber(IndexSchema.PRICE, false);
      case PRICE_DESCENDING -> byNumber(IndexSchema.PRICE, true);
      case SALES -> new ProductOrder(sort(LargerNumber.SALES.getSortField(true)), false);
      case NEWEST -> byNumber(IndexSchema.UPDATED_AT, true);
    };
  }

  private static ProductOrder byNumber(String field, boolean descending) {
    long missing = descending ? Long.MIN_VALUE : Long.MAX_VALUE;
    return new ProductOrder(
        sort(new SortField(field, SortField.Type.LONG, descending, missing)), false);
  }

  private static Sort sort(SortField first) {
    return new Sort(first, new SortField(IndexSchema.ID, SortField.Type.STRING));
  }

  Hit hit(FieldDoc doc) {
    String id = ((BytesRef) doc.fields[1]).utf8ToString();
    if (scores) {
      float score = (Float) doc.fields[0];
      return new Hit(id, doc.doc, score, new PageKey(Float.floatToIntBits(score), id));
    }
    return new Hit(id, doc.doc, 0, new PageKey((Long) doc.fields[0], id));
  }

  /** Where a page ends. The id is unique, so the document's number never decides. */
  FieldDoc after(PageKey key, int lastDocument) {
    Object value = scores ? Float.intBitsToFloat((int) key.value()) : (Object) key.value();
    return new FieldDoc(lastDocument, 0, new Object[] {value, new BytesRef(key.id())});
  }
}
