package io.xunbao.indexer.catalog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of a product. Among versions of one {@code id} the newest {@code updatedAt} wins.
 *
 * @param id identifies the product for ever; not blank
 * @param title what shoppers read; not blank
 * @param brand as the shop writes it, such as {@code CHANDO/自然堂}
 * @param category path from the broadest to the narrowest, empty when unknown
 * @param priceFen price in fen (a hundredth of the currency unit), exact; null when unknown
 * @param currency ISO 4217 code of the price
 * @param attributes values by name in the order of the source; a name may have several values
 * @param image address of a picture
 * @param stock items that can be delivered
 * @param sales items sold, as the shop counts
 * @param comments reviews written
 * @param updatedAt external version; {@link Instant#EPOCH} when the source has none
 */
public record Product(
    String id,
    String title,
    @Nullable String brand,
    List<String> category,
    @Nullable Long priceFen,
    String currency,
    @Nullable String shop,
    Map<String, List<String>> attributes,
    @Nullable String description,
    @Nullable String image,
    @Nullable Long stock,
    @Nullable Long sales,
    @Nullable Long comments,
    ProductStatus status,
    Instant updatedAt) {

  public Product {
    requireText("id", id);
    requireText("title", title);
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(updatedAt, "updatedAt");
    if (priceFen != null && priceFen < 0) {
      throw new IllegalArgumentException("priceFen must be >= 0, got " + priceFen + " for " + id);
    }
    category = List.copyOf(category);
    Map<String, List<String>> copy = new LinkedHashMap<>();
    attributes.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    attributes = java.util.Collections.unmodifiableMap(copy);
  }

  /** The same version of the product, dated. */
  public Product asOf(Instant version) {
    return new Product(
        id,
        title,
        brand,
        category,
        priceFen,
        currency,
        shop,
        attributes,
        description,
        image,
        stock,
        sales,
        comments,
        status,
        version);
  }

  private static void requireText(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank, got " + value);
    }
  }
}
