package io.xunbao.queryapi.http;

import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.interest.ShopperMemory;

/** {@code GET /health}: alive, and what is being served. */
final class HealthEndpoint implements Endpoint {
  private final SearchService service;
  private final StreamLinks links;
  private final ServerConfig config;

  HealthEndpoint(SearchService service, StreamLinks links, ServerConfig config) {
    this.service = service;
    this.links = links;
    this.config = config;
  }

  @Override
  public String path() {
    return "/health";
  }

  @Override
  public Reply answer(Parameters parameters) {
    SearchService.Serving serving = service.serving();
    return Reply.json(
        new Body(
            "up",
            serving.snapshot(),
            serving.products(),
            serving.lexicon(),
            serving.words(),
            links.feed().state(),
            links.shoppers().report(),
            links.impressions().lost(),
            ModelsBody.of(service.models()),
            config.generatedData()));
  }

  /**
   * The state of the server.
   *
   * @param products live products of the snapshot
   * @param lexicon version of the words that the index is cut with
   * @param words version of these with stop words and synonyms
   * @param streams whether records that are posted are taken: up, starting, away, failed or off
   * @param shoppers how far it follows what shoppers do
   * @param impressionsLost impressions that were dropped or could not be written
   * @param models what ranks beside words
   */
  record Body(
      String status,
      String snapshot,
      long products,
      String lexicon,
      String words,
      String streams,
      ShopperMemory.Report shoppers,
      long impressionsLost,
      ModelsBody models,
      boolean generatedData) {}
}
