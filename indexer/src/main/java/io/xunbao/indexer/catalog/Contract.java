package io.xunbao.indexer.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The field names of the project's own product records, and the mapping that reads them. */
final class Contract {
  static final String ID = "id";
  static final String TITLE = "title";
  static final String BRAND = "brand";
  static final String CATEGORY = "category";
  static final String PRICE = "price";
  static final String CURRENCY = "currency";
  static final String SHOP = "shop";
  static final String ATTRIBUTES = "attributes";
  static final String DESCRIPTION = "description";
  static final String IMAGE = "image";
  static final String STOCK = "stock";
  static final String SALES = "sales";
  static final String COMMENTS = "comments";
  static final String STATUS = "status";
  static final String UPDATED_AT = "updatedAt";
  static final String DEFAULT_CURRENCY = "CNY";

  static final ProductMapping MAPPING = identity();

  private Contract() {}

  private static ProductMapping identity() {
    FieldMappings fields =
        new FieldMappings(
            TextMapping.of(ID),
            TextMapping.of(TITLE),
            TextMapping.of(BRAND),
            CategoryMapping.of(CATEGORY),
            PriceMapping.of(PRICE),
            TextMapping.of(CURRENCY),
            TextMapping.of(SHOP),
            TextMapping.of(DESCRIPTION),
            TextMapping.of(IMAGE),
            TextMapping.of(STOCK),
            TextMapping.of(SALES),
            TextMapping.of(COMMENTS),
            StatusMapping.of(STATUS),
            TimeMapping.of(UPDATED_AT));
    AttributeSource attributes = new AttributeSource(ATTRIBUTES, AttributeForm.OBJECT, null);
    return mapping(fields, attributes);
  }

  private static ProductMapping mapping(FieldMappings fields, AttributeSource attributes) {
    List<String> rare =
        Stream.concat(fields.sourceFields().stream(), Stream.of(ATTRIBUTES))
            .filter(field -> !field.equals(ID) && !field.equals(TITLE))
            .toList();
    @Nullable SourceFormat byName = null;
    return new ProductMapping(
        ProductMapping.KIND,
        byName,
        null,
        null,
        null,
        0,
        null,
        null,
        null,
        rare,
        fields,
        List.of(attributes),
        null,
        null,
        null);
  }
}
