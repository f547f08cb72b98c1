package io.xunbao.flinkjobs.stats;

import io.xunbao.ranker.feedback.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a catalogue says of a product's totals at some time.
 *
 * @param at in milliseconds since the epoch
 * @param sales items sold until then
 * @param comments reviews written until then
 */
public record SalesSnapshot(String product, long at, long sales, long comments) {
  public SalesSnapshot {
    Objects.requireNonNull(product, "product");
  }

  /**
   * What was bought and reviewed between the snapshots of each product, dated at the later one. Of
   * two snapshots of one time the larger totals count; a total that falls says nothing.
   *
   * @param snapshots in any order
   */
  public static List<ProductAction> gains(List<SalesSnapshot> snapshots) {
    Map<String, TreeMap<Long, SalesSnapshot>> byProduct = new HashMap<>();
    for (SalesSnapshot snapshot : snapshots) {
      byProduct
          .computeIfAbsent(snapshot.product(), none -> new TreeMap<>())
          .merge(snapshot.at(), snapshot, SalesSnapshot::larger);
    }
    List<ProductAction> gains = new ArrayList<>();
    for (TreeMap<Long, SalesSnapshot> days : byProduct.values()) {
      SalesSnapshot before = days.firstEntry().getValue();
      for (SalesSnapshot day : days.tailMap(before.at(), false).values()) {
        day.addGains(before, gains);
        before = day;
      }
    }
    return gains;
  }

  private SalesSnapshot larger(SalesSnapshot other) {
    return new SalesSnapshot(
        product, at, Math.max(sales, other.sales), Math.max(comments, other.comments));
  }

  private void addGains(SalesSnapshot before, List<ProductAction> gains) {
    if (sales > before.sales) {
      gains.add(ProductAction.done(product, EventType.BUY, sales - before.sales, at));
    }
    if (comments > before.comments) {
      gains.add(ProductAction.done(product, EventType.REVIEW, comments - before.comments, at));
    }
  }
}
