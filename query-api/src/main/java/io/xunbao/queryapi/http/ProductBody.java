package io.xunbao.queryapi.http;

import io.xunbao.indexer.catalog.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product on the wire.
 *
 * @param price in whole currency units, exact with two decimals
 * @param priceFen the same in hundredths, for arithmetic
 */
record ProductBody(
    String id,
    String title,
    @Nullable String brand,
    List<String> category,
    @Nullable BigDecimal price,
    @Nullable Long priceFen,
    String currency,
    @Nullable String shop,
    Map<String, List<String>> attributes,
    @Nullable String description,
    @Nullable String image,
    @Nullable Long stock,
    @Nullable Long sales,
    @Nullable Long comments,
    String status,
    String updatedAt) {

  static ProductBody of(Product product) {
    Long fen = product.priceFen();
    return new ProductBody(
        product.id(),
        product.title(),
        product.brand(),
        product.category(),
        fen == null ? null : FilterSyntax.decimal(fen),
        fen,
        product.currency(),
        product.shop(),
        product.attributes(),
        product.description(),
        product.image(),
        product.stock(),
        product.sales(),
        product.comments(),
        product.status().name().toLowerCase(Locale.ROOT),
        product.updatedAt().toString());
  }
}
