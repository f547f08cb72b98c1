package io.xunbao.queryapi.http;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.log.AccessLog;
import io.xunbao.queryapi.log.ImpressionLog;
import io.xunbao.queryapi.web.WebSite;
import java.util.List;

/** The table of routes. */
final class Routes {
  private Routes() {}

  static Dispatcher dispatcher(ServerConfig config, SearchService service, StreamLinks links) {
    Metrics metrics = new Metrics();
    Admission admission = new Admission(config.limits());
    metrics.gauge(
        "xunbao.index.products",
        "Live products of the published snapshot",
        service,
        s -> s.serving().products());
    metrics.count(
        "xunbao.answers.hits",
        "Searches answered from the cache",
        service,
        s -> s.answers().hits());
    metrics.count(
        "xunbao.answers.misses",
        "Searches that the cache could have answered and did not have",
        service,
        s -> s.answers().misses());
    metrics.gauge(
        "xunbao.impressions.lost",
        "Impressions that were dropped or could not be written",
        links.impressions(),
        ImpressionLog::lost);
    metrics.gauge(
        "xunbao.interests.behind",
        "Messages about shoppers that were not read yet; -1 where unknown",
        links.shoppers(),
        shoppers -> shoppers.report().behind());
    return new Dispatcher(
        endpoints(config, service, links, metrics, WebSite.load()),
        config.limits(),
        admission,
        metrics,
        new AccessLog());
  }

  static List<Endpoint> endpoints(
      ServerConfig config,
      SearchService service,
      StreamLinks links,
      Metrics metrics,
      WebSite site) {
    String policy = site.contentSecurityPolicy();
    return List.of(
        new SearchEndpoint(service, config, metrics),
        new SimilarEndpoint(service, config),
        new ProductEndpoint(service),
        new RecommendationsEndpoint(service, config),
        new SuggestEndpoint(service),
        new AnalyzeEndpoint(new Segmenter(Lexicon.bundled())),
        FeedEndpoint.products(links.feed(), metrics),
        FeedEndpoint.events(links.feed(), metrics),
        new UserEndpoint(links.shoppers()),
        new HealthEndpoint(service, links, config),
        new ReadyEndpoint(service),
        new MetricsEndpoint(metrics, links.metrics()),
        new OpenApiEndpoint(site.openApi()),
        new PageEndpoint("/docs", site.docs(), policy),
        new PageEndpoint("/", site.storefront(), policy),
        new FileEndpoint(site));
  }
}
