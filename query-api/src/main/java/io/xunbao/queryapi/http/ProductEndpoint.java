package io.xunbao.queryapi.http;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.queryapi.SearchService;
import java.util.Optional;

/** {@code GET /v1/products/{id}}. */
final class ProductEndpoint implements Endpoint {
  private static final int MAX_ID = 256;

  private final SearchService service;

  ProductEndpoint(SearchService service) {
    this.service = service;
  }

  @Override
  public String path() {
    return "/v1/products/{id}";
  }

  @Override
  public boolean limited() {
    return true;
  }

  @Override
  public Reply answer(Parameters parameters) {
    String id = id(parameters);
    Optional<Product> product = service.product(id);
    return Reply.json(ProductBody.of(product.orElseThrow(() -> Problems.productNotFound(id))));
  }

  /** The id that the path names, within its limit. */
  static String id(Parameters parameters) {
    String id = parameters.pathPart("id");
    if (id.length() > MAX_ID) {
      throw Problems.badParameter(
          "id-too-long", "id", "id may have " + MAX_ID + " characters, got " + id.length());
    }
    return id;
  }
}
