package io.xunbao.queryapi.http;

import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.feed.Feed;

/** {@code GET /health}: alive, and what is being served. */
final class HealthEndpoint implements Endpoint {
  private final SearchService service;
  private final Feed feed;
  private final ServerConfig config;

  HealthEndpoint(SearchService service, Feed feed, ServerConfig config) {
    this.service = service;
    this.feed = feed;
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
            feed.state(),
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
   * @param models what ranks beside words
   */
  record Body(
      String status,
      String snapshot,
      long products,
      String lexicon,
      String words,
      String streams,
      ModelsBody models,
      boolean generatedData) {}
}
