package io.xunbao.indexer.quality;

import io.xunbao.indexer.catalog.Product;
import java.time.Instant;

/** The fields of a product that may be missing. */
public enum CompletenessField {
  BRAND("brand"),
  CATEGORY("category"),
  PRICE("price"),
  SHOP("shop"),
  ATTRIBUTES("attributes"),
  DESCRIPTION("description"),
  IMAGE("image"),
  STOCK("stock"),
  SALES("sales"),
  COMMENTS("comments"),
  UPDATED_AT("updatedAt");

  private final String contractName;

  CompletenessField(String contractName) {
    this.contractName = contractName;
  }

  /** The field's name in the data contract. */
  public String contractName() {
    return contractName;
  }

  /** A bit for each field that a product has. */
  static int mask(Product product) {
    int mask = 0;
    for (CompletenessField field : values()) {
      if (field.isIn(product)) {
        mask |= 1 << field.ordinal();
      }
    }
    return mask;
  }

  private boolean isIn(Product product) {
    return switch (this) {
      case BRAND -> product.brand() != null;
      case CATEGORY -> !product.category().isEmpty();
      case PRICE -> product.priceFen() != null;
      case SHOP -> product.shop() != null;
      case ATTRIBUTES -> !product.attributes().isEmpty();
      case DESCRIPTION -> product.description() != null;
      case IMAGE -> product.image() != null;
      case STOCK -> product.stock() != null;
      case SALES -> product.sales() != null;
      case COMMENTS -> product.comments() != null;
      case UPDATED_AT -> !product.updatedAt().equals(Instant.EPOCH);
    };
  }
}
