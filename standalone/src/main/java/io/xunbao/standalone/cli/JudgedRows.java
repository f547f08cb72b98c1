package io.xunbao.standalone.cli;

import io.xunbao.indexer.search.FeedbackSettings;
import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.LiveIndex;
import io.xunbao.indexer.search.ProductQuery;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.QuerySession;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.queryapi.rank.LearnedRanking;
import io.xunbao.queryapi.rank.RankingContext;
import io.xunbao.queryapi.understand.Homophones;
import io.xunbao.queryapi.understand.QueryUnderstanding;
import io.xunbao.queryapi.understand.Understood;
import io.xunbao.queryapi.vectors.CatalogueVectors;
import io.xunbao.ranker.eval.Judgements;
import io.xunbao.ranker.eval.Qrels;
import io.xunbao.ranker.feature.ProductFeatures;
import io.xunbao.ranker.train.TrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows to train on: the hits that the search would let a model rank, with their features. A hit
 * without a judgement counts as irrelevant: some are good, but a model that never saw what was not
 * worth judging puts just that on top.
 */
final class JudgedRows {
  private JudgedRows() {}

  /**
   * The windows to learn from: a query with fewer than two hits teaches nothing.
   *
   * @param models the registry whose embedding gives likeness in meaning, as in serving; null for
   *     rows without it
   */
  static List<JudgedWindow> teaching(Path index, Path queries, Qrels judged, @Nullable Path models)
      throws IOException {
    return windows(index, queries, judged, models).stream()
        .filter(window -> window.ids().size() > 1)
        .toList();
  }

  /** The rows of all windows, a group each. */
  static TrainingSet join(List<JudgedWindow> windows) {
    return TrainingSet.join(
        ProductFeatures.schema(), windows.stream().map(JudgedWindow::rows).toList());
  }

  /** The windows of all judged queries that hit anything. */
  static List<JudgedWindow> windows(Path index, Path queries, Qrels judged, @Nullable Path models)
      throws IOException {
    List<JudgedWindow> parts = new ArrayList<>();
    try (LiveIndex live = LiveIndex.open(IndexDirectory.at(index));
        LiveIndex.Lease lease = live.acquire()) {
      QueryUnderstanding understanding =
          new QueryUnderstanding(lease.words(), () -> Homophones.NONE);
      RankingContext context = context(lease.searcher(), models);
      for (String line : Files.readAllLines(queries)) {
        int tab = line.indexOf('\t');
        Judgements grades = tab < 1 ? null : judged.queries().get(line.substring(0, tab));
        if (grades != null) {
          String text = line.substring(tab + 1);
          Understood query = understanding.understand(text, lease.searcher());
          window(line.substring(0, tab), query, grades, lease.searcher(), context)
              .ifPresent(parts::add);
        }
      }
    }
    return parts;
  }

  /** Nobody in particular asks; what serves in the registry is there in training too. */
  private static RankingContext context(ProductSearcher searcher, @Nullable Path models)
      throws IOException {
    CatalogueVectors vectors = ModelRegistries.serving(models).vectors();
    if (vectors == null) {
      return RankingContext.NONE;
    }
    vectors.refresh(searcher);
    return new RankingContext(vectors.of(searcher).orElse(null), null, null);
  }

  private static Optional<JudgedWindow> window(
      String id,
      Understood query,
      Judgements grades,
      ProductSearcher searcher,
      RankingContext context)
      throws IOException {
    int window = FeedbackSettings.DEFAULT.window();
    QuerySession session =
        searcher.session(ProductQuery.of(query.text(), window).with(query.variants()));
    // As a first page does: only when that is not full are looser matches let in.
    List<Hit> found = session.retrieve(SearchRequest.DEFAULT_SIZE).hits();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<Hit> hits = session.rerank(found);
    TrainingSet rows =
        new TrainingSet(
            LearnedRanking.features(searcher, session, query, hits, context),
            hits.stream().mapToInt(hit -> grades.grade(hit.id())).toArray(),
            List.of(id),
            new int[] {hits.size()});
    List<String> plain = found.stream().map(Hit::id).toList();
    List<String> ids = hits.stream().map(Hit::id).toList();
    return Optional.of(new JudgedWindow(id, query.typed(), plain, ids, rows));
  }
}
