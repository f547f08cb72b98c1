package io.xunbao.indexer.catalog;

/** Whether a product can be bought; on the wire in lower case, such as {@code on_sale}. */
public enum ProductStatus {
  ON_SALE,
  OFF_SALE,
  /** A tombstone: the product leaves the index, its version stays known. */
  DELETED
}
