package io.xunbao.indexer.quality;

import io.xunbao.indexer.catalog.Product;
import java.util.List;

/** What the gate decided about one source record. */
public sealed interface Outcome {
  /**
   * The record is a product.
   *
   * @param findings repairs and warnings, in the order of the rules
   */
  record Accepted(Product product, List<Finding> findings) implements Outcome {
    public Accepted {
      findings = List.copyOf(findings);
    }
  }

  /** The record was refused. */
  record Quarantined(QuarantineRecord record) implements Outcome {}
}
