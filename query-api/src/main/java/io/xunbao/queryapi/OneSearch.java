package io.xunbao.queryapi;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.Deadline;
import io.xunbao.indexer.search.FacetedTotal;
import io.xunbao.indexer.search.Facets;
import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.LiveIndex;
import io.xunbao.indexer.search.Matching;
import io.xunbao.indexer.search.PageKey;
import io.xunbao.indexer.search.ProductQuery;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.ProductSort;
import io.xunbao.indexer.search.QuerySession;
import io.xunbao.indexer.search.Retrieved;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.queryapi.SearchAnswer.Correction;
import io.xunbao.queryapi.SearchAnswer.Degradation;
import io.xunbao.queryapi.SearchAnswer.RankedHit;
import io.xunbao.queryapi.SearchAnswer.ServedFeatures;
import io.xunbao.queryapi.SearchAnswer.Total;
import io.xunbao.queryapi.SearchAnswer.TraceStep;
import io.xunbao.queryapi.arrange.PageCursor;
import io.xunbao.queryapi.rank.HybridSettings;
import io.xunbao.queryapi.rank.LearnedRanking;
import io.xunbao.queryapi.rank.MixedRanking;
import io.xunbao.queryapi.rank.Ranked;
import io.xunbao.queryapi.understand.QueryUnderstanding;
import io.xunbao.queryapi.understand.Understood;
import io.xunbao.ranker.model.CurrentModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way of one request through the stages, on one snapshot. */
final class OneSearch {
  /** Where a page ends that no hit by words stands on. */
  private static final PageKey START = new PageKey(0, "");

  private static final WindowRanker.Outcome BY_SORT =
      new WindowRanker.Outcome(RankerName.BM25, List.of(), null, 0, Map.of());

  private final SearchRequest request;
  private final ProductSearcher searcher;
  private final String snapshot;
  private final QueryUnderstanding understanding;
  private final RankingTools tools;
  private final @Nullable PageCursor cursor;
  private final RankingPlan plan;

  private final Deadline deadline;
  private final Stopwatch watch = new Stopwatch();
  private final List<Degradation> degraded = new ArrayList<>();
  private final List<TraceStep> trace = new ArrayList<>();

  OneSearch(
      SearchRequest request,
      LiveIndex.Lease lease,
      QueryUnderstanding understanding,
      RankingTools tools) {
    this.tools = tools;
    this.request = request;
    this.searcher = lease.searcher();
    this.snapshot = lease.snapshot();
    this.cursor = cursor();
    this.plan = RankingPlan.of(request, cursor, tools.window());
    this.understanding = understanding;
    this.deadline = Deadline.in(request.deadline());
  }

  SearchAnswer answer() throws IOException {
    Understood understood = understanding.understand(request.query(), searcher);
    understood.steps().forEach(s -> trace("understand." + s.name(), Map.of("result", s.result())));
    watch.lap("understand");
    Page page = page(understood);
    FacetedTotal counted = count(page);
    List<RankedHit> hits = arrange(page);
    watch.lap("arrange");
    return new SearchAnswer(
            request.query(),
            snapshot,
            page.outcome().ranker(),
            hits,
            counted == null ? Facets.NONE : counted.facets(),
            page.total(counted),
            page.next(),
            correction(understood),
            degraded,
            watch.timings(),
            request.trace() ? trace : List.of())
        .withServed(served(page))
        .withMix(mix(page));
  }

  private SearchAnswer.@Nullable Mix mix(Page page) {
    Experiment experiment = plan.experiment();
    if (experiment == null || !(page.outcome().ranked() instanceof MixedRanking mixed)) {
      return null;
    }
    Map<String, String> picks = new HashMap<>();
    for (Hit hit : page.shown()) {
      mixed.team(hit.id()).ifPresent(team -> picks.put(hit.id(), team));
    }
    return new SearchAnswer.Mix(experiment.name(), experiment.teams(), picks);
  }

  /** The features of the hits that are shown, where a model ranked them: what is logged. */
  private @Nullable ServedFeatures served(Page page) {
    CurrentModel.Loaded model = tools.learned();
    LearnedRanking learned =
        Optional.ofNullable(page.outcome().ranked()).flatMap(Ranked::learned).orElse(null);
    if (model == null || learned == null) {
      return null;
    }
    Map<String, double[]> rows = new HashMap<>();
    for (Hit hit : page.shown()) {
      learned.row(hit.id()).ifPresent(row -> rows.put(hit.id(), row));
    }
    return new ServedFeatures(model.card().version(), learned.schema(), rows);
  }

  private static @Nullable Correction correction(Understood understood) {
    return understood.corrected()
        ? new Correction(understood.typed(), understood.text(), true)
        : null;
  }

  private Page page(Understood understood) throws IOException {
    boolean ranked = request.sort() == ProductSort.RELEVANCE && !understood.text().isBlank();
    int offset = cursor == null ? 0 : cursor.offset();
    return ranked && offset < plan.window() + HybridSettings.DEFAULT.neighbours()
        ? windowPage(understood, offset)
        : sortedPage(understood, offset);
  }

  private Matching matching() {
    return cursor == null ? Matching.STEPWISE : cursor.matching();
  }

  private @Nullable PageCursor cursor() {
    String text = request.cursor();
    if (text == null) {
      return null;
    }
    PageCursor given = PageCursor.decode(text);
    given.requireFor(snapshot, question());
    return given;
  }

  private String question() {
    return PageCursor.fingerprint(
        request.query(), request.filter(), request.sort().name(), request.ranker().name());
  }

  /** A page within the hits that rankers see: all of them are retrieved and ranked. */
  private Page windowPage(Understood understood, int offset) throws IOException {
    int end = offset + request.size();
    int window = plan.window();
    QuerySession session = session(understood, Math.max(window, end + 1), null);
    Retrieved found = session.retrieve(Math.min(end, window));
    note(found, session);
    WindowRanker.Outcome outcome =
        new WindowMixer(searcher, tools, deadline, degraded::add)
            .rank(plan, request, understood, session, found);
    watch.lap("rank");
    List<Hit> hits = outcome.hits();
    List<Hit> shown = hits.subList(Math.min(offset, hits.size()), Math.min(end, hits.size()));
    traceRank(outcome, shown);
    String next = hits.size() > end ? next(found, end, outcome) : null;
    return new Page(session, found, outcome, offset, shown, next);
  }

  private void traceRank(WindowRanker.Outcome outcome, List<Hit> shown) {
    Experiment experiment = plan.experiment();
    if (experiment == null || !(outcome.ranked() instanceof MixedRanking mixed)) {
      trace("rank." + outcome.ranker().wireName(), outcome.details());
      return;
    }
    Map<String, String> details = new LinkedHashMap<>(outcome.details());
    details.put("experiment", experiment.name());
    details.put("arms", String.join(" ", experiment.teams()));
    details.put(
        "picks",
        shown.stream()
            .map(hit -> hit.id() + ":" + mixed.team(hit.id()).orElse("nobody"))
            .collect(Collectors.joining(" ")));
    trace("rank.mixed", details);
  }

  /**
   * Within the window the next page ranks anew; behind it, it goes on after the last hit by words:
   * all hits that were added stand before that.
   */
  private String next(Retrieved found, int end, WindowRanker.Outcome outcome) {
    int last = Math.clamp(end - outcome.added() - 1, 0, Math.max(0, found.hits().size() - 1));
    PageKey key = found.hits().isEmpty() ? START : found.hits().get(last).key();
    return next(found.matching(), end, key, outcome);
  }

  private Page sortedPage(Understood understood, int offset) throws IOException {
    PageKey after = cursor == null ? null : cursor.last();
    QuerySession session = session(understood, request.size() + 1, after);
    Retrieved found = session.retrieve(request.size());
    note(found, session);
    List<Hit> shown = found.hits().subList(0, Math.min(request.size(), found.hits().size()));
    String next =
        found.hits().size() > request.size()
            ? next(found.matching(), offset + request.size(), shown.getLast().key(), BY_SORT)
            : null;
    return new Page(session, found, BY_SORT, offset, shown, next);
  }

  private QuerySession session(Understood understood, int size, @Nullable PageKey after) {
    return searcher.session(
        new ProductQuery(
            understood.text(),
            understood.variants(),
            request.filter(),
            request.sort(),
            matching(),
            size,
            after,
            deadline));
  }

  /** The pages to come keep to what ranked the first one. */
  private String next(Matching matching, int offset, PageKey last, WindowRanker.Outcome outcome) {
    String mix =
        cursor == null
            ? plan.frozen(outcome.ranker(), outcome.ranked() instanceof MixedRanking)
            : cursor.mix();
    return new PageCursor(snapshot, question(), offset, matching, mix, last).encode();
  }

  private void note(Retrieved found, QuerySession session) {
    watch.lap("retrieve");
    Map<String, String> details = new LinkedHashMap<>();
    details.put("terms", String.join(" ", session.lookedUp()));
    details.put("matching", found.matching().name());
    details.put("hits", Integer.toString(found.hits().size()));
    trace("retrieve", details);
    if (found.partial()) {
      degraded.add(
          new Degradation("retrieve", "the deadline passed before all products were seen"));
    }
  }

  private @Nullable FacetedTotal count(Page page) throws IOException {
    if (!request.facets()) {
      return null;
    }
    FacetedTotal counted = page.session().facets(page.found().matching());
    if (counted == null) {
      degraded.add(new Degradation("facets", "the deadline passed before all were counted"));
    }
    watch.lap("facets");
    return counted;
  }

  private List<RankedHit> arrange(Page page) throws IOException {
    List<RankedHit> hits = new ArrayList<>();
    for (Hit hit : page.shown()) {
      Product product = searcher.product(hit);
      hits.add(
          new RankedHit(
              page.offset() + hits.size() + 1,
              product,
              hit.score(),
              page.session().highlight(hit),
              request.explain() ? explain(page, hit) : null));
    }
    return hits;
  }

  private static ScoreExplanation explain(Page page, Hit hit) throws IOException {
    Ranked ranked = page.outcome().ranked();
    Optional<ScoreExplanation> parts = ranked == null ? Optional.empty() : ranked.explain(hit);
    return parts.isPresent() ? parts.get() : page.session().explain(hit);
  }

  private void trace(String stage, Map<String, String> details) {
    if (request.trace()) {
      trace.add(new TraceStep(stage, details));
    }
  }

  /** What is shown, and what it was chosen from. */
  private record Page(
      QuerySession session,
      Retrieved found,
      WindowRanker.Outcome outcome,
      int offset,
      List<Hit> shown,
      @Nullable String next) {
    Total total(@Nullable FacetedTotal counted) {
      int added = outcome.added();
      return counted == null
          ? new Total(found.total() + added, found.totalExact())
          : new Total(counted.total() + added, true);
    }
  }
}
