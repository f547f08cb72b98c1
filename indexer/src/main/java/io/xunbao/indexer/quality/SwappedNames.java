package io.xunbao.indexer.quality;

import io.xunbao.indexer.quality.QualityReport.SwappedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names that the catalogue uses both as a brand and as a category: one of the two is a mistake,
 * most likely the rarer.
 */
final class SwappedNames {
  private static final int SAMPLES = 20;

  private SwappedNames() {}

  static List<SwappedName> of(LatestProducts products) {
    Map<String, Long> brands = new HashMap<>();
    Map<String, Long> categories = new HashMap<>();
    String[] brandNames = products.brandNames();
    String[] categoryNames = products.categoryNames();
    for (int i = 0; i < products.size(); i++) {
      if (products.isLive(i)) {
        categories.merge(categoryNames[products.category(i)], 1L, Long::sum);
        if (products.brand(i) >= 0) {
          brands.merge(brandNames[products.brand(i)], 1L, Long::sum);
        }
      }
    }
    List<SwappedName> swapped = new ArrayList<>();
    brands.forEach(
        (name, asBrand) -> {
          Long asCategory = categories.get(name);
          if (asCategory != null) {
            swapped.add(new SwappedName(name, asBrand, asCategory));
          }
        });
    return swapped.stream()
        .sorted(
            Comparator.comparingLong((SwappedName name) -> -name.asBrand() - name.asCategory())
                .thenComparing(SwappedName::name))
        .limit(SAMPLES)
        .toList();
  }
}
