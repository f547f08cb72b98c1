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
import io.xunbao.queryapi.SearchAnswer.Total;
import io.xunbao.queryapi.SearchAnswer.TraceStep;
import io.xunbao.queryapi.arrange.PageCursor;
import io.xunbao.queryapi.rank.LearnedRanking;
import io.xunbao.queryapi.understand.QueryUnderstanding;
import io.xunbao.queryapi.understand.Understood;
import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.model.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of one request through the stages, on one snapshot. */
final class OneSearch {
  /** Hits that rankers see; beyond them the order is that of retrieval. */
  private static final int WINDOW = FeedbackSettings.DEFAULT.window();

  private final SearchRequest request;
  private final ProductSearcher searcher;
  private final String snapshot;
  private final QueryUnderstanding understanding;
  private final @Nullable Model model;
  private final Deadline deadline;
  private final Stopwatch watch = new Stopwatch();
  private final List<Degradation> degraded = new ArrayList<>();
  private final List<TraceStep> trace = new ArrayList<>();

  /**
   * @param model what ranks by learning; null where none is loaded
   */
  OneSearch(
      SearchRequest request,
      LiveIndex.Lease lease,
      QueryUnderstanding understanding,
      @Nullable Model model) {
    this.model = model;
    this.request = request;
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
        page.ranker(),
        hits,
        counted == null ? Facets.NONE : counted.facets(),
        counted == null ? page.total() : new Total(counted.total(), true),
        page.next(),
        correction(understood),
        degraded,
        watch.timings(),
        request.trace() ? trace : List.of());
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
    return ranked && offset < WINDOW
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
    QuerySession session = session(understood, matching, Math.max(WINDOW, end + 1), null);
    Retrieved found = session.retrieve(Math.min(end, WINDOW));
    note(found, session);
    RankerName ranker = ranker();
    List<Hit> agreed = ranker == RankerName.BM25 ? found.hits() : session.rerank(found.hits());
    LearnedRanking learned = ranker == RankerName.LTR ? learned(session, understood, agreed) : null;
    List<Hit> hits = learned == null ? agreed : learned.hits();
    watch.lap("rank");
    List<Hit> shown = hits.subList(Math.min(offset, hits.size()), Math.min(end, hits.size()));
    String next = hits.size() > end ? next(found.matching(), end, found.hits().get(end - 1)) : null;
    return new Page(session, found, ranker, offset, shown, next, learned);
  }

  private @Nullable LearnedRanking learned(
      QuerySession session, Understood understood, List<Hit> hits) throws IOException {
    if (model == null) {
      return null;
    }
    List<Hit> window = hits.subList(0, Math.min(WINDOW, hits.size()));
    FeatureMatrix features = LearnedRanking.features(searcher, session, understood, window);
    return LearnedRanking.of(model, features, hits);
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
            ? next(found.matching(), offset + request.size(), shown.getLast())
            : null;
    return new Page(session, found, RankerName.BM25, offset, shown, next, null);
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

  private String next(Matching matching, int offset, Hit last) {
    return new PageCursor(snapshot, question(), offset, matching, last.key()).encode();
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

  /** The ranking that is carried out: what was asked for, or the best below it. */
  private RankerName ranker() {
    return switch (request.ranker()) {
      case BM25 -> RankerName.BM25;
      case DEFAULT, FEEDBACK -> RankerName.FEEDBACK;
      case LTR -> canLearn() ? RankerName.LTR : withoutModel();
      case HYBRID -> withoutModel();
    };
  }

  private boolean canLearn() {
    return model != null && !deadline.passed();
  }

  private RankerName withoutModel() {
    String reason =
        model != null && request.ranker() == RankerName.LTR
            ? "the deadline passed before the model could rank"
            : "no model is loaded for this ranker";
    degraded.add(new Degradation(request.ranker().wireName(), reason));
    return RankerName.FEEDBACK;
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
              page.session().highlight(product.title()),
              request.explain() ? explain(page, hit) : null));
    }
    return hits;
  }

  private static ScoreExplanation explain(Page page, Hit hit) throws IOException {
    Optional<ScoreExplanation> learned =
        page.learned() == null ? Optional.empty() : page.learned().explain(hit);
    return learned.isPresent() ? learned.get() : page.session().explain(hit);
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
      RankerName ranker,
      int offset,
      List<Hit> shown,
      @Nullable String next,
      @Nullable LearnedRanking learned) {
    Total total() {
      return new Total(found.total(), found.totalExact());
    }
  }
}
