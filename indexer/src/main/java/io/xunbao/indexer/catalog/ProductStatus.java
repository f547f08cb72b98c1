package io.xunbao.indexer.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a product can be bought; on the wire in lower case, such as {@code on_sale}. */
public enum ProductStatus {
  @JsonProperty("on_sale")
  ON_SALE,
  @JsonProperty("off_sale")
  OFF_SALE,
  /** A tombstone: the product leaves the index, its version stays known. */
  @JsonProperty("deleted")
  DELETED
}
