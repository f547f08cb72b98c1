package io.xunbao.queryapi.http;

import io.xunbao.queryapi.http.SearchBody.DegradationBody;
import io.xunbao.queryapi.http.SearchBody.ExplanationBody;
import io.xunbao.queryapi.recommend.Recommendations;
import java.util.List;

/**
 * Recommended products on the wire.
 *
 * @param generatedData whether the index holds generated sample data
 */
record RecommendationsBody(
    String snapshot, boolean generatedData, List<ItemBody> items, List<DegradationBody> degraded) {
  static RecommendationsBody of(Recommendations found, boolean generatedData) {
    return new RecommendationsBody(
        found.snapshot(),
        generatedData,
        found.items().stream().map(ItemBody::of).toList(),
        found.degraded().stream().map(m -> new DegradationBody(m.step(), m.reason())).toList());
  }

  /** One product with the parts of its score. */
  record ItemBody(ProductBody product, double score, ExplanationBody explanation) {
    static ItemBody of(Recommendations.Item item) {
      return new ItemBody(
          ProductBody.of(item.product()), item.score(), ExplanationBody.of(item.explanation()));
    }
  }
}
