package io.xunbao.indexer.search;

import io.xunbao.indexer.schema.IndexSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Filters as Lucene queries that do not score. */
final class FilterQueries {
  /** What cannot be bought is never shown. */
  static final TermQuery OFF_SALE = new TermQuery(new Term(IndexSchema.STATUS_KEY, "off_sale"));

  private FilterQueries() {}

  /** Adds the filter to a query. */
  static void add(BooleanQuery.Builder query, ProductFilter filter) {
    for (Query part : parts(filter)) {
      query.add(part, Occur.FILTER);
    }
  }

  private static List<Query> parts(ProductFilter filter) {
    List<Query> parts = new ArrayList<>();
    addValues(parts, IndexSchema.BRAND_KEY, filter.brands());
    addValues(parts, IndexSchema.CATEGORY_KEY, filter.categories());
    addValues(parts, IndexSchema.SHOP_KEY, filter.shops());
    Long min = filter.minPriceFen();
    Long max = filter.maxPriceFen();
    if (min != null || max != null) {
      parts.add(
          NumericDocValuesField.newSlowRangeQuery(
              IndexSchema.PRICE, min == null ? 0 : min, max == null ? Long.MAX_VALUE : max));
    }
    return parts;
  }

  private static void addValues(List<Query> parts, String field, List<String> values) {
    if (!values.isEmpty()) {
      parts.add(new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()));
    }
  }
}
