package io.xunbao.queryapi.log;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.ProductSort;
import io.xunbao.indexer.search.Vocabulary;
import io.xunbao.queryapi.AnswerCounts;
import io.xunbao.queryapi.Experiment;
import io.xunbao.queryapi.Mixing;
import io.xunbao.queryapi.RankerName;
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
import java.util.function.Supplier;
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
  private final @Nullable Experiment experiment;
  private final Supplier<String> ids;

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
    this(service, log, pseudonyms, examination, clock, null, () -> "i-" + UUID.randomUUID());
  }

  private LoggedSearch(
      SearchService service,
      ImpressionLog log,
      Pseudonyms pseudonyms,
      Examination examination,
      Clock clock,
      @Nullable Experiment experiment,
      Supplier<String> ids) {
    this.service = service;
    this.log = log;
    this.pseudonyms = pseudonyms;
    this.examination = examination;
    this.clock = clock;
    this.experiment = experiment;
    this.ids = ids;
  }

  /**
   * The same, which mixes the lists of searches that name no ranker.
   *
   * @param running null for none
   */
  public LoggedSearch withExperiment(@Nullable Experiment running) {
    return new LoggedSearch(service, log, pseudonyms, examination, clock, running, ids);
  }

  /** The same with other names of impressions, each of which must be there once. */
  public LoggedSearch withIds(Supplier<String> names) {
    return new LoggedSearch(service, log, pseudonyms, examination, clock, experiment, names);
  }

  @Override
  public SearchAnswer search(SearchRequest request) {
    String again = request.impression();
    String id = again == null ? ids.get() : again;
    SearchAnswer answer = service.search(request.withMixing(mixing(request, id)));
    if (answer.hits().isEmpty()) {
      return answer;
    }
    if (again == null) {
      log.write(impression(id, request, answer));
    }
    return answer.withImpression(id);
  }

  /**
   * Whether a search is mixed is the same for all searches of a shopper, and for nobody's each time
   * anew; who picks first is drawn for each impression. The key keeps both from being foreseen.
   */
  private @Nullable Mixing mixing(SearchRequest request, String id) {
    if (experiment == null
        || request.ranker() != RankerName.DEFAULT
        || request.sort() != ProductSort.RELEVANCE
        || request.query().isBlank()) {
      return null;
    }
    String user = request.user();
    String who = user == null ? id : pseudonyms.of(user);
    return experiment.takes(pseudonyms.draw("experiment " + experiment.name(), who))
        ? new Mixing(experiment, pseudonyms.draw("draft " + experiment.name(), id))
        : new Mixing(experiment, null);
  }

  private Impression impression(String id, SearchRequest request, SearchAnswer answer) {
    ServedFeatures served = answer.served();
    SearchAnswer.Correction correction = answer.correction();
    String understood =
        correction != null && correction.applied() ? correction.corrected() : request.query();
    String user = request.user();
    SearchAnswer.Mix mix = answer.mix();
    return new Impression(
        id,
        user == null ? null : pseudonyms.of(user),
        request.query(),
        understood,
        clock.instant(),
        answer.snapshot(),
        answer.rankedBy(),
        served == null ? null : served.model(),
        null,
        mix == null ? null : mix.experiment(),
        mix == null ? null : Impression.mixedArm(mix.teams()),
        served == null ? null : served.schema().fingerprint(),
        served == null ? List.of() : served.schema().names(),
        answer.hits().stream().map(hit -> shown(hit, served, mix)).toList());
  }

  private Impression.Shown shown(
      SearchAnswer.RankedHit hit, @Nullable ServedFeatures served, SearchAnswer.@Nullable Mix mix) {
    String product = hit.product().id();
    return new Impression.Shown(
        product,
        hit.position(),
        examination.of(hit.position() - 1),
        served == null ? NONE : served.byProduct().getOrDefault(product, NONE),
        mix == null ? null : mix.picks().get(product));
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
