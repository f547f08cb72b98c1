package io.xunbao.queryapi;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.Deadline;
import io.xunbao.indexer.search.FacetedTotal;
import io.xunbao.indexer.search.Facets;
import io.xunbao.indexer.search.FeedbackSettings;
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

  /** Hits that the ranker sees; beyond them the order is that of retrieval. */
  private final int window;

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
    this.window =
        request.ranker() == RankerName.LTR ? tools.window() : FeedbackSettings.DEFAULT.window();
    this.searcher = lease.searcher();
    this.snapshot = lease.snapshot();
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
        .withServed(served(page));
  }

  /** The features of the hits that are shown, where a model ranked them: what is logged. */
  private @Nullable ServedFeatures served(Page page) {
    CurrentModel.Loaded model = tools.learned();
    if (model == null || !(page.outcome().ranked() instanceof LearnedRanking learned)) {
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
    PageCursor cursor = cursor();
    boolean ranked = request.sort() == ProductSort.RELEVANCE && !understood.text().isBlank();
    int offset = cursor == null ? 0 : cursor.offset();
    return ranked && offset < window + HybridSettings.DEFAULT.neighbours()
        ? windowPage(understood, offset, matching(cursor))
        : sortedPage(understood, offset, cursor);
  }

  private static Matching matching(@Nullable PageCursor cursor) {
    return cursor == null ? Matching.STEPWISE : cursor.matching();
  }

  private @Nullable PageCursor cursor() {
    String text = request.cursor();
    if (text == null) {
      return null;
    }
    PageCursor cursor = PageCursor.decode(text);
    cursor.requireFor(snapshot, question());
    return cursor;
  }

  private String question() {
    return PageCursor.fingerprint(
        request.query(), request.filter(), request.sort().name(), request.ranker().name());
  }

  /** A page within the hits that rankers see: all of them are retrieved and ranked. */
  private Page windowPage(Understood understood, int offset, Matching matching) throws IOException {
    int end = offset + request.size();
    QuerySession session = session(understood, matching, Math.max(window, end + 1), null);
    Retrieved found = session.retrieve(Math.min(end, window));
    note(found, session);
    WindowRanker.Outcome outcome =
        new WindowRanker(searcher, tools, window, deadline, degraded::add)
            .rank(request, understood, session, found);
    watch.lap("rank");
    trace("rank." + outcome.ranker().wireName(), outcome.details());
    List<Hit> hits = outcome.hits();
    List<Hit> shown = hits.subList(Math.min(offset, hits.size()), Math.min(end, hits.size()));
    String next = hits.size() > end ? next(found, end, outcome.added()) : null;
    return new Page(session, found, outcome, offset, shown, next);
  }

  /**
   * Within the window the next page ranks anew; behind it, it goes on after the last hit by words:
   * all hits that were added stand before that.
   */
  private String next(Retrieved found, int end, int added) {
    int last = Math.clamp(end - added - 1, 0, Math.max(0, found.hits().size() - 1));
    PageKey key = found.hits().isEmpty() ? START : found.hits().get(last).key();
    return next(found.matching(), end, key);
  }

  private Page sortedPage(Understood understood, int offset, @Nullable PageCursor cursor)
      throws IOException {
    PageKey after = cursor == null ? null : cursor.last();
    QuerySession session = session(understood, matching(cursor), request.size() + 1, after);
    Retrieved found = session.retrieve(request.size());
    note(found, session);
    List<Hit> shown = found.hits().subList(0, Math.min(request.size(), found.hits().size()));
    String next =
        found.hits().size() > request.size()
            ? next(found.matching(), offset + request.size(), shown.getLast().key())
            : null;
    return new Page(session, found, BY_SORT, offset, shown, next);
  }

  private QuerySession session(
      Understood understood, Matching matching, int size, @Nullable PageKey after) {
    return searcher.session(
        new ProductQuery(
            understood.text(),
            understood.variants(),
            request.filter(),
            request.sort(),
            matching,
            size,
            after,
            deadline));
  }

  private String next(Matching matching, int offset, PageKey last) {
    return new PageCursor(snapshot, question(), offset, matching, last).encode();
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
