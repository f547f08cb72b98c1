package io.xunbao.queryapi;

import io.xunbao.indexer.search.Deadline;
import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.Matching;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.QuerySession;
import io.xunbao.indexer.search.Retrieved;
import io.xunbao.queryapi.SearchAnswer.Degradation;
import io.xunbao.queryapi.rank.HybridRanking;
import io.xunbao.queryapi.rank.LearnedRanking;
import io.xunbao.queryapi.rank.PersonalRanking;
import io.xunbao.queryapi.rank.Ranked;
import io.xunbao.queryapi.rank.RankingContext;
import io.xunbao.queryapi.understand.Understood;
import io.xunbao.queryapi.vectors.SnapshotVectors;
import io.xunbao.ranker.embed.Vectors;
import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.model.CurrentModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the window of one request by what was asked for, or by the best below it: a step that
 * cannot be taken is named, never an error.
 */
final class WindowRanker {
  /** The step that is named where only some products lack a vector. */
  static final String VECTORS = "vectors";

  private final ProductSearcher searcher;
  private final RankingTools tools;
  private final int window;
  private final Deadline deadline;
  private final Consumer<Degradation> degraded;

  /**
   * @param window hits that rankers see
   * @param degraded hears of each step that was left out
   */
  WindowRanker(
      ProductSearcher searcher,
      RankingTools tools,
      int window,
      Deadline deadline,
      Consumer<Degradation> degraded) {
    this.searcher = searcher;
    this.tools = tools;
    this.window = window;
    this.deadline = deadline;
    this.degraded = degraded;
  }

  /**
   * A ranked window.
   *
   * @param ranker what ranked it in the end
   * @param ranked null where the hits are in the order of the words
   * @param added hits at most {@code HybridSettings.neighbours} that no word matches
   * @param details for the trace
   */
  record Outcome(
      RankerName ranker,
      List<Hit> hits,
      @Nullable Ranked ranked,
      int added,
      Map<String, String> details) {}

  /**
   * Ranks.
   *
   * @param request names the shopper to personalise for
   * @param agreed the hits, ranked again by the words that the best of them share
   */
  Outcome rank(
      RankerName asked,
      SearchRequest request,
      Understood query,
      QuerySession session,
      Retrieved found,
      List<Hit> agreed)
      throws IOException {
    return switch (asked) {
      case HYBRID -> hybrid(request, query, session, agreed, found.matching());
      case LTR -> learned(request, query, session, agreed);
      case BM25 -> new Outcome(RankerName.BM25, found.hits(), null, 0, Map.of());
      case DEFAULT, FEEDBACK -> personal(request, session, agreed);
    };
  }

  /** By words, and for a shopper who is named by what is known of them. */
  private Outcome personal(SearchRequest request, QuerySession session, List<Hit> agreed)
      throws IOException {
    if (request.user() == null) {
      return byWords(agreed);
    }
    if (deadline.passed()) {
      degraded.accept(
          new Degradation("personal", "the deadline passed before it could be personalised"));
      return byWords(agreed);
    }
    RankingContext context = tools.context(request.user(), searcher);
    if (context.taste() == null && context.prior() == null) {
      return byWords(agreed);
    }
    PersonalRanking personal = PersonalRanking.of(searcher, session, context, agreed);
    Map<String, String> details =
        Map.of("taste", context.taste() == null ? "of all shoppers" : "of this shopper");
    return new Outcome(RankerName.FEEDBACK, personal.hits(), personal, 0, details);
  }

  private static Outcome byWords(List<Hit> agreed) {
    return new Outcome(RankerName.FEEDBACK, agreed, null, 0, Map.of());
  }

  private Outcome without(RankerName ranker, String reason, List<Hit> agreed) {
    degraded.accept(new Degradation(ranker.wireName(), reason));
    return byWords(agreed);
  }

  private Outcome hybrid(
      SearchRequest request,
      Understood query,
      QuerySession session,
      List<Hit> agreed,
      Matching matching)
      throws IOException {
    SnapshotVectors vectors = tools.vectors();
    if (vectors == null) {
      return without(RankerName.HYBRID, "no embedding is loaded for this ranker", agreed);
    }
    if (deadline.passed()) {
      return without(
          RankerName.HYBRID, "the deadline passed before likeness could be computed", agreed);
    }
    float[] vector = vectors.query(query.text());
    if (Vectors.isZero(vector)) {
      return without(RankerName.HYBRID, "the embedding knows no word of the query", agreed);
    }
    noteMissing(vectors);
    RankingContext context = tools.context(request.user(), searcher);
    HybridRanking hybrid = HybridRanking.of(session, context, vector, matching, agreed);
    Map<String, String> details = new TreeMap<>();
    details.put("embeddings", vectors.version());
    details.put("neighbours", Integer.toString(hybrid.added()));
    return new Outcome(RankerName.HYBRID, hybrid.hits(), hybrid, hybrid.added(), details);
  }

  private void noteMissing(SnapshotVectors vectors) {
    int missing = vectors.missing();
    if (missing > 0) {
      degraded.accept(
          new Degradation(VECTORS, missing + " products cannot be found by meaning yet"));
    }
  }

  private Outcome learned(
      SearchRequest request, Understood query, QuerySession session, List<Hit> agreed)
      throws IOException {
    CurrentModel.Loaded model = tools.learned();
    if (model == null) {
      return without(RankerName.LTR, "no model is loaded for this ranker", agreed);
    }
    if (deadline.passed()) {
      return without(RankerName.LTR, "the deadline passed before the model could rank", agreed);
    }
    RankingContext context = tools.context(request.user(), searcher);
    Optional<String> misfit =
        model.card().misfit(Optional.ofNullable(context.vectors()).map(SnapshotVectors::version));
    if (misfit.isPresent()) {
      return without(RankerName.LTR, misfit.get(), agreed);
    }
    List<Hit> hits = agreed.subList(0, Math.min(window, agreed.size()));
    FeatureMatrix features = LearnedRanking.features(searcher, session, query, hits, context);
    LearnedRanking learned = LearnedRanking.of(model.model(), features, agreed);
    Map<String, String> details = Map.of("model", model.card().version());
    return new Outcome(RankerName.LTR, learned.hits(), learned, 0, details);
  }
}
