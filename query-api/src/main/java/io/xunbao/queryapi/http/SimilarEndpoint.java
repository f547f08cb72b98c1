package io.xunbao.queryapi.http;

import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.recommend.RecommendRequest;
import java.util.Set;

/** {@code GET /v1/products/{id}/similar}. */
final class SimilarEndpoint implements Endpoint {
  private final SearchService service;
  private final ServerConfig config;

  SimilarEndpoint(SearchService service, ServerConfig config) {
    this.service = service;
    this.config = config;
  }

  @Override
  public String path() {
    return "/v1/products/{id}/similar";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("size");
  }

  @Override
  public boolean limited() {
    return true;
  }

  @Override
  public Reply answer(Parameters parameters) {
    String id = ProductEndpoint.id(parameters);
    int size =
        parameters.integer("size", RecommendRequest.DEFAULT_SIZE, 1, RecommendRequest.MAX_SIZE);
    if (service.product(id).isEmpty()) {
      throw Problems.productNotFound(id);
    }
    return Reply.json(
        RecommendationsBody.of(
            service.recommend(RecommendRequest.similar(id, size)), config.generatedData()));
  }
}
