package io.xunbao.indexer.write;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
    return new Product(
        id,
        title,
        "brand",
        List.of("a", "b"),
        100L,
        "CNY",
        null,
        Map.of(),
        null,
        null,
        1L,
        null,
        null,
        status,
        Instant.ofEpochMilli(updatedAt));
  }
}
