package io.xunbao.indexer.write;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductStatus;
import io.xunbao.indexer.testing.TestProduct;
import java.time.Instant;

/** Small products for tests of the writing side. */
final class Products {
  private Products() {}

  static Product product(String id, String title, long updatedAt) {
    return product(id, title, updatedAt, ProductStatus.ON_SALE);
  }

  static Product deleted(String id, long updatedAt) {
    return product(id, "gone", updatedAt, ProductStatus.DELETED);
  }

  private static Product product(String id, String title, long updatedAt, ProductStatus status) {
    return TestProduct.of(id, title)
        .brand("brand")
        .category("a", "b")
        .priceFen(100L)
        .stock(1L)
        .status(status)
        .updatedAt(Instant.ofEpochMilli(updatedAt))
        .build();
  }
}
