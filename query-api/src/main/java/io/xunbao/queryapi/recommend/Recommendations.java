package io.xunbao.queryapi.recommend;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.ScoreExplanation;
import java.util.List;
import java.util.Objects;

/**
 * Recommended products, the best first.
 *
 * @param snapshot the published index snapshot that they come from
 * @param degraded in words, what could not be taken into account; empty in the normal case
 */
public record Recommendations(String snapshot, List<Item> items, List<Missing> degraded) {
  public Recommendations {
    Objects.requireNonNull(snapshot, "snapshot");
    items = List.copyOf(items);
    degraded = List.copyOf(degraded);
  }

  /**
   * A product.
   *
   * @param explanation parts that add up to the score
   */
  public record Item(Product product, double score, ScoreExplanation explanation) {}

  /**
   * What could not be taken into account.
   *
   * @param step stable name: vectors, user or together
   * @param reason in words
   */
  public record Missing(String step, String reason) {}
}
