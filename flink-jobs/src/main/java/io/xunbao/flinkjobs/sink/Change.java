package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.write.Version;
import java.util.Map;
import java.util.Objects;

/** What one record does to the index. */
public sealed interface Change {
  /** A version of a product: it is written, or deletes the product if its status says so. */
  record Upsert(Product product) implements Change {
    public Upsert {
      Objects.requireNonNull(product, "product");
    }
  }

  /** The product is gone, unless there is a newer version of it. */
  record Delete(String id, Version version) implements Change {
    public Delete {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(version, "version");
    }
  }

  /**
   * Numbers of a product that changed, without a new version of the product.
   *
   * @param values by field, of {@code IndexSchema.UPDATABLE_FIELDS}
   */
  record Numbers(String id, Map<String, Long> values) implements Change {
    public Numbers {
      Objects.requireNonNull(id, "id");
      values = Map.copyOf(values);
    }
  }

  /**
   * A record that was refused.
   *
   * @param line the quarantine record as a line of JSON
   */
  record Refusal(String line) implements Change {
    public Refusal {
      Objects.requireNonNull(line, "line");
    }
  }
}
