package io.xunbao.queryapi.log;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.Vocabulary;
import io.xunbao.queryapi.AnswerCounts;
import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchAnswer.ServedFeatures;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.ServedModels;
import io.xunbao.queryapi.recommend.RecommendRequest;
import io.xunbao.queryapi.recommend.Recommendations;
import io.xunbao.ranker.feedback.Examination;
import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.feedback.Pseudonyms;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search service whose answers are logged as impressions, each under a name of its own, with the
 * features that the model saw. The user's id is replaced by the pseudonym that behaviour has, so
 * that both can be joined.
 */
public final class LoggedSearch implements SearchService {
  private static final double[] NONE = {};

  private final SearchService service;
  private final ImpressionLog log;
  private final Pseudonyms pseudonyms;
  private final Examination examination;
  private final Clock clock;

  /**
   * @param service is closed with this one
   * @param examination how probably each place is looked at
   */
  public LoggedSearch(
      SearchService service,
      ImpressionLog log,
      Pseudonyms pseudonyms,
      Examination examination,
      Clock clock) {
    this.service = service;
    this.log = log;
    this.pseudonyms = pseudonyms;
    this.examination = examination;
    this.clock = clock;
  }

  @Override
  public SearchAnswer search(SearchRequest request) {
    SearchAnswer answer = service.search(request);
    if (answer.hits().isEmpty()) {
      return answer;
    }
    String id = "i-" + UUID.randomUUID();
    log.write(impression(id, request, answer));
    return answer.withImpression(id);
  }

  private Impression impression(String id, SearchRequest request, SearchAnswer answer) {
    ServedFeatures served = answer.served();
    SearchAnswer.Correction correction = answer.correction();
    String understood =
        correction != null && correction.applied() ? correction.corrected() : request.query();
    String user = request.user();
    return new Impression(
        id,
        user == null ? null : pseudonyms.of(user),
        request.query(),
        understood,
        clock.instant(),
        answer.snapshot(),
        answer.ranker().wireName(),
        served == null ? null : served.model(),
        null,
        null,
        served == null ? null : served.schema().fingerprint(),
        served == null ? List.of() : served.schema().names(),
        answer.hits().stream().map(hit -> shown(hit, served)).toList());
  }

  private Impression.Shown shown(SearchAnswer.RankedHit hit, @Nullable ServedFeatures served) {
    String product = hit.product().id();
    return new Impression.Shown(
        product,
        hit.position(),
        examination.of(hit.position() - 1),
        served == null ? NONE : served.byProduct().getOrDefault(product, NONE));
  }

  @Override
  public Optional<Product> product(String id) {
    return service.product(id);
  }

  @Override
  public Vocabulary vocabulary() {
    return service.vocabulary();
  }

  @Override
  public Serving serving() {
    return service.serving();
  }

  @Override
  public Recommendations recommend(RecommendRequest request) {
    return service.recommend(request);
  }

  @Override
  public AnswerCounts answers() {
    return service.answers();
  }

  @Override
  public ServedModels models() {
    return service.models();
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
