package io.xunbao.queryapi.http;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.log.AccessLog;
import io.xunbao.queryapi.web.WebSite;
import java.util.List;

/** The table of routes. */
final class Routes {
  private Routes() {}

  static Dispatcher dispatcher(ServerConfig config, SearchService service, Feed feed) {
    Metrics metrics = new Metrics();
    Admission admission = new Admission(config.limits());
    metrics.gauge(
        "xunbao.index.products",
        "Live products of the published snapshot",
        service,
        s -> s.serving().products());
    return new Dispatcher(
        endpoints(config, service, feed, metrics, WebSite.load()),
        config.limits(),
        admission,
        metrics,
        new AccessLog());
  }

  static List<Endpoint> endpoints(
      ServerConfig config, SearchService service, Feed feed, Metrics metrics, WebSite site) {
    String policy = site.contentSecurityPolicy();
    return List.of(
        new SearchEndpoint(service, config, metrics),
        new SimilarEndpoint(service, config),
        new ProductEndpoint(service),
        new RecommendationsEndpoint(service, config),
        new SuggestEndpoint(service),
        new AnalyzeEndpoint(new Segmenter(Lexicon.bundled())),
        FeedEndpoint.products(feed, metrics),
        FeedEndpoint.events(feed, metrics),
        new HealthEndpoint(service, feed, config),
        new ReadyEndpoint(service),
        new MetricsEndpoint(metrics),
        new OpenApiEndpoint(site.openApi()),
        new PageEndpoint("/docs", site.docs(), policy),
        new PageEndpoint("/", site.storefront(), policy),
        new FileEndpoint(site));
  }
}
