package io.xunbao.standalone.generate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A generated product, with what the generator alone knows about it.
 *
 * @param category index into the vocabulary's categories
 * @param traits modifiers and attribute values that are true of it, whether its title says so or
 *     not
 * @param quality hidden attractiveness, standard normal
 */
record SampleProduct(
    String id,
    int category,
    String title,
    String brand,
    List<String> path,
    long priceFen,
    Map<String, String> attributes,
    Set<String> traits,
    String description,
    String shop,
    int stock,
    int sales,
    double quality,
    Instant updatedAt) {

  /** The record as the data contract writes it. */
  Map<String, Object> toRecord() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("title", title);
    fields.put("brand", brand);
    fields.put("category", path);
    fields.put("price", BigDecimal.valueOf(priceFen, 2));
    fields.put("currency", "CNY");
    fields.put("shop", shop);
    fields.put("attributes", attributes);
    fields.put("description", description);
    fields.put("stock", stock);
    fields.put("sales", sales);
    fields.put("comments", sales / 9);
    fields.put("status", "on_sale");
    fields.put("updatedAt", updatedAt.toString());
    return fields;
  }
}
