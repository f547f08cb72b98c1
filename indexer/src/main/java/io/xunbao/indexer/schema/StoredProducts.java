package io.xunbao.indexer.schema;

import io.xunbao.indexer.catalog.Product;
import tools.jackson.databind.json.JsonMapper;

/** Products as the JSON that the index stores. */
final class StoredProducts {
  private final JsonMapper mapper = JsonMapper.builder().build();

  byte[] write(Product product) {
    return mapper.writeValueAsBytes(product);
  }

  Product read(String json) {
    return mapper.readValue(json, Product.class);
  }
}
