package io.xunbao.indexer.testing;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a product for a test, which names what it is about alone. The rest is unknown; the product
 * is on sale in CNY, and as old as can be.
 */
public final class TestProduct {
  private final String id;
  private final String title;
  private @Nullable String brand;
  private List<String> category = List.of();
  private @Nullable Long priceFen;
  private @Nullable String shop;
  private Map<String, List<String>> attributes = Map.of();
  private @Nullable String description;
  private @Nullable Long stock;
  private @Nullable Long sales;
  private @Nullable Long comments;
  private ProductStatus status = ProductStatus.ON_SALE;
  private Instant updatedAt = Instant.EPOCH;

  private TestProduct(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Begins with what every product has. */
  public static TestProduct of(String id, String title) {
    return new TestProduct(id, title);
  }

  public TestProduct brand(@Nullable String value) {
    brand = value;
    return this;
  }

  /** The path from the broadest to the narrowest. */
  public TestProduct category(String... path) {
    return category(List.of(path));
  }

  public TestProduct category(List<String> path) {
    category = path;
    return this;
  }

  public TestProduct priceFen(@Nullable Long value) {
    priceFen = value;
    return this;
  }

  public TestProduct shop(@Nullable String value) {
    shop = value;
    return this;
  }

  public TestProduct attributes(Map<String, List<String>> values) {
    attributes = values;
    return this;
  }

  public TestProduct description(@Nullable String value) {
    description = value;
    return this;
  }

  public TestProduct stock(@Nullable Long value) {
    stock = value;
    return this;
  }

  public TestProduct sales(@Nullable Long value) {
    sales = value;
    return this;
  }

  public TestProduct comments(@Nullable Long value) {
    comments = value;
    return this;
  }

  public TestProduct status(ProductStatus value) {
    status = value;
    return this;
  }

  public TestProduct updatedAt(Instant value) {
    updatedAt = value;
    return this;
  }

  public Product build() {
    return new Product(
        id,
        title,
        brand,
        category,
        priceFen,
        "CNY",
        shop,
        attributes,
        description,
        null,
        stock,
        sales,
        comments,
        status,
        updatedAt);
  }
}
