package io.xunbao.queryapi.http;

import io.xunbao.indexer.search.ProductFilter;
import io.xunbao.indexer.search.ProductSort;
import io.xunbao.queryapi.RankerName;
import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.explain.Audience;
import io.xunbao.queryapi.explain.ExplanationWords;
import io.xunbao.queryapi.explain.Language;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/search}. */
final class SearchEndpoint implements Endpoint {
  private static final Set<String> PARAMETERS =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              List.of(
                  "q",
                  "user",
                  "size",
                  "cursor",
                  "filter",
                  "sort",
                  "ranker",
                  "explain",
                  "audience",
                  "lang",
                  "trace",
                  "impression")));

  private final SearchService service;
  private final ServerConfig config;
  private final Metrics metrics;

  SearchEndpoint(SearchService service, ServerConfig config, Metrics metrics) {
    this.service = service;
    this.config = config;
    this.metrics = metrics;
  }

  @Override
  public String path() {
    return "/v1/search";
  }

  @Override
  public Set<String> parameters() {
    return PARAMETERS;
  }

  @Override
  public Set<String> repeatable() {
    return Set.of("filter");
  }

  @Override
  public boolean limited() {
    return true;
  }

  @Override
  public Reply answer(Parameters parameters) {
    SearchRequest request = request(parameters);
    ExplanationWords words = words(parameters, request.explain());
    SearchAnswer answer = service.search(request);
    if (!answer.degraded().isEmpty()) {
      metrics.partial();
    }
    if (answer.hits().isEmpty() && !request.query().isBlank()) {
      metrics.empty();
    }
    return Reply.json(SearchBody.of(request, answer, config.generatedData(), words));
  }

  private static @Nullable ExplanationWords words(Parameters parameters, boolean explain) {
    if (parameters.text("audience") == null) {
      if (parameters.text("lang") != null) {
        throw Problems.badParameter(
            "lang-needs-audience",
            "lang",
            "lang is the language of audience's sentences: name an audience, or leave lang out");
      }
      return null;
    }
    Audience audience =
        parameters.choice(
            "audience", Audience.SHOPPER, List.of(Audience.values()), Audience::wireName);
    Language language =
        parameters.choice("lang", Language.ZH, List.of(Language.values()), Language::wireName);
    if (!explain) {
      throw Problems.badParameter(
          "audience-needs-explain",
          "audience",
          "audience says explanations in words: ask with explain=true, or leave audience out");
    }
    return new ExplanationWords(audience, language);
  }

  private SearchRequest request(Parameters parameters) {
    ProductFilter filter = FilterSyntax.parse(parameters.all("filter"));
    return SearchRequest.builder(parameters.text("q", ""))
        .user(parameters.text("user"))
        .size(parameters.integer("size", SearchRequest.DEFAULT_SIZE, 1, SearchRequest.MAX_SIZE))
        .cursor(parameters.text("cursor"))
        .filter(filter)
        .sort(
            parameters.choice(
                "sort", ProductSort.RELEVANCE, List.of(ProductSort.values()), SortName::of))
        .ranker(
            parameters.choice(
                "ranker", RankerName.DEFAULT, List.of(RankerName.values()), RankerName::wireName))
        .explain(parameters.flag("explain"))
        .trace(parameters.flag("trace"))
        .impression(parameters.text("impression"))
        .deadline(config.limits().deadline())
        .build();
  }
}
