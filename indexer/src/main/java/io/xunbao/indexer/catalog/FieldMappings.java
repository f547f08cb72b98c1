package io.xunbao.indexer.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where each field of a product comes from; null for a field that the source does not have. {@code
 * id} and {@code title} there must be.
 */
public record FieldMappings(
    TextMapping id,
    TextMapping title,
    @Nullable TextMapping brand,
    @Nullable CategoryMapping category,
    @Nullable PriceMapping price,
    @Nullable TextMapping currency,
    @Nullable TextMapping shop,
    @Nullable TextMapping description,
    @Nullable TextMapping image,
    @Nullable TextMapping stock,
    @Nullable TextMapping sales,
    @Nullable TextMapping comments,
    @Nullable StatusMapping status,
    @Nullable TimeMapping updatedAt) {

  @SuppressWarnings("ConstantValue") // Jackson passes null for what the file leaves out
  public FieldMappings {
    if (id == null || title == null) {
      throw new IllegalArgumentException("`fields` must map both `id` and `title`");
    }
  }

  /** All source fields that are named, in no order that matters. */
  List<String> sourceFields() {
    List<String> named = new ArrayList<>();
    Stream.of(id, title, brand, currency, shop, description, image, stock, sales, comments)
        .filter(text -> text != null)
        .forEach(text -> named.addAll(text.from()));
    if (category != null) {
      named.addAll(category.from());
    }
    if (price != null) {
      named.addAll(price.from());
    }
    if (status != null) {
      named.addAll(status.from());
    }
    if (updatedAt != null) {
      named.addAll(updatedAt.from());
    }
    return named;
  }
}
