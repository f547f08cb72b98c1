package io.xunbao.queryapi.http;

import io.xunbao.queryapi.SearchRequest;
import io.xunbao.queryapi.SearchService;

/** {@code GET /ready}: whether a search can be answered right now, found out by one. */
final class ReadyEndpoint implements Endpoint {
  private final SearchService service;

  ReadyEndpoint(SearchService service) {
    this.service = service;
  }

  @Override
  public String path() {
    return "/ready";
  }

  @Override
  public Reply answer(Parameters parameters) {
    service.search(SearchRequest.builder("").size(1).build());
    return Reply.json(new Body("ready"));
  }

  /** Says so. */
  record Body(String status) {}
}
