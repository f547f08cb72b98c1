package io.xunbao.indexer.quality;

import io.xunbao.indexer.quality.QualityReport.CategoryCompleteness;
import io.xunbao.indexer.quality.QualityReport.FieldCompleteness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How many products have each field, in all and by category. */
final class Completeness {
  private static final int CATEGORIES = 30;

  private final long[] byField = new long[CompletenessField.values().length];
  private final long[][] byCategory;
  private final long[] sizes;
  private long total;

  private Completeness(LatestProducts products) {
    int categories = products.categoryNames().length;
    this.byCategory = new long[categories][byField.length];
    this.sizes = new long[categories];
    for (int i = 0; i < products.size(); i++) {
      if (products.isLive(i)) {
        count(products.category(i), products.fields(i));
      }
    }
  }

  private void count(int category, int fields) {
    total++;
    sizes[category]++;
    for (int field = 0; field < byField.length; field++) {
      int has = fields >> field & 1;
      byField[field] += has;
      byCategory[category][field] += has;
    }
  }

  static List<FieldCompleteness> byField(LatestProducts products) {
    Completeness all = new Completeness(products);
    List<FieldCompleteness> fields = new ArrayList<>();
    for (CompletenessField field : CompletenessField.values()) {
      fields.add(
          new FieldCompleteness(field.contractName(), all.byField[field.ordinal()], all.total));
    }
    return fields;
  }

  /** The largest categories, the largest first. */
  static List<CategoryCompleteness> byCategory(LatestProducts products) {
    Completeness all = new Completeness(products);
    String[] names = products.categoryNames();
    return IntStream.range(0, names.length)
        .boxed()
        .filter(category -> all.sizes[category] > 0)
        .sorted(Comparator.comparingLong((Integer category) -> all.sizes[category]).reversed())
        .limit(CATEGORIES)
        .map(
            category ->
                new CategoryCompleteness(
                    names[category],
                    all.sizes[category],
                    IntStream.range(0, all.byField.length)
                        .mapToObj(field -> all.byCategory[category][field])
                        .toList()))
        .toList();
  }
}
