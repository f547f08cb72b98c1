package io.xunbao.indexer.quality;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductStatus;
import io.xunbao.indexer.catalog.SourcePosition;
import io.xunbao.indexer.quality.QualityReport.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches what the gate decided, record by record, and reports on the catalogue as a whole: where
 * the records went, late versions, duplicates, completeness, odd prices.
 *
 * <p>Memory is bounded by the number of products: some 50 bytes for each id, for the first so many
 * products ({@link #DEFAULT_DETAILED}) their id and title too, and a few bytes for each of the
 * first millions of records, by which exact duplicates are known. For one thread.
 */
public final class QualityAudit {
  /** Products of which titles, prices and completeness are told, unless another limit is given. */
  public static final int DEFAULT_DETAILED = 1_000_000;

  private final VersionLedger ledger = new VersionLedger();
  private final BitSet deleted = new BitSet();
  private final LatestProducts products;
  private final RuleTally rules;
  private final Map<String, long[]> sources = new LinkedHashMap<>();
  private long recordsIn;
  private long late;
  private long replaced;
  private long duplicates;
  private long quarantined;

  /** An audit of the standard rules. */
  public QualityAudit() {
    this(DEFAULT_DETAILED);
  }

  /**
   * @param detailed how many products to hold titles and prices of
   */
  public QualityAudit(int detailed) {
    this.products = new LatestProducts(detailed);
    this.rules = new RuleTally();
  }

  /** Takes the outcome for one record into account. */
  public void add(SourcePosition position, Outcome outcome) {
    recordsIn++;
    long[] ofSource = sources.computeIfAbsent(position.source(), name -> new long[2]);
    ofSource[0]++;
    switch (outcome) {
      case Outcome.Quarantined refused -> {
        quarantined++;
        ofSource[1]++;
        rules.add(refused.record());
      }
      case Outcome.Accepted accepted -> {
        accepted.findings().forEach(finding -> rules.add(position, finding));
        version(accepted.product());
      }
    }
  }

  private void version(Product product) {
    switch (ledger.offer(product.id(), product.updatedAt(), product.hashCode())) {
      case NEW -> latest(product);
      case REPLACES -> {
        replaced++;
        latest(product);
      }
      case DUPLICATE -> duplicates++;
      case LATE -> late++;
    }
  }

  private void latest(Product product) {
    deleted.set(ledger.index(), product.status() == ProductStatus.DELETED);
    products.set(ledger.index(), product);
  }

  /**
   * Where the records went so far.
   *
   * @throws IllegalStateException if the numbers do not add up: a defect of this program
   */
  public RecordSums sums() {
    long tombstones = deleted.cardinality();
    return new RecordSums(
        recordsIn, ledger.size() - tombstones, tombstones, late, replaced, duplicates, quarantined);
  }

  /** The whole report; looks at every product once more. */
  public QualityReport report() {
    List<Source> read = new ArrayList<>();
    sources.forEach((name, counts) -> read.add(new Source(name, counts[0], counts[1])));
    return new QualityReport(
        read,
        sums(),
        products.size(),
        rules.counts(),
        Completeness.byField(products),
        Completeness.byCategory(products),
        NearDuplicates.of(products),
        PriceOutliers.of(products),
        SwappedNames.of(products));
  }
}
