package io.xunbao.queryapi.http;

import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.recommend.RecommendRequest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/recommendations}: for a shopper, or what is taken with the products of a basket.
 */
final class RecommendationsEndpoint implements Endpoint {
  private static final int MAX_PRODUCTS = 50;
  private static final int MAX_TEXT = 256;

  private final SearchService service;
  private final ServerConfig config;

  RecommendationsEndpoint(SearchService service, ServerConfig config) {
    this.service = service;
    this.config = config;
  }

  @Override
  public String path() {
    return "/v1/recommendations";
  }

  @Override
  public Set<String> parameters() {
    return Collections.unmodifiableSet(
        new LinkedHashSet<>(List.of("user", "product", "seen", "size")));
  }

  @Override
  public Set<String> repeatable() {
    return Set.of("product");
  }

  @Override
  public boolean limited() {
    return true;
  }

  @Override
  public Reply answer(Parameters parameters) {
    int size =
        parameters.integer("size", RecommendRequest.DEFAULT_SIZE, 1, RecommendRequest.MAX_SIZE);
    List<String> products = parameters.all("product");
    if (products.size() > MAX_PRODUCTS) {
      throw Problems.badParameter(
          "too-many-products",
          "product",
          "product may be given " + MAX_PRODUCTS + " times, got " + products.size());
    }
    products.forEach(product -> requireLength("product", product));
    String user = parameters.text("user");
    requireLength("user", user);
    RecommendRequest request = request(user, products, parameters.flag("seen"), size);
    return Reply.json(RecommendationsBody.of(service.recommend(request), config.generatedData()));
  }

  private static RecommendRequest request(
      @Nullable String user, List<String> products, boolean seen, int size) {
    if (!products.isEmpty()) {
      return RecommendRequest.together(products, size);
    }
    return seen ? RecommendRequest.again(user, size) : RecommendRequest.personal(user, size);
  }

  private static void requireLength(String name, @Nullable String value) {
    if (value != null && (value.isBlank() || value.length() > MAX_TEXT)) {
      throw Problems.badParameter(
          name + "-invalid",
          name,
          name + " must have 1 to " + MAX_TEXT + " characters, or be left out");
    }
  }
}
