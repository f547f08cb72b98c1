package io.xunbao.standalone.cli;

import io.xunbao.indexer.search.FeedbackSettings;
import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.LiveIndex;
import io.xunbao.indexer.search.ProductQuery;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.QuerySession;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.queryapi.rank.LearnedRanking;
import io.xunbao.queryapi.understand.Homophones;
import io.xunbao.queryapi.understand.QueryUnderstanding;
import io.xunbao.queryapi.understand.Understood;
import io.xunbao.ranker.eval.Judgements;
import io.xunbao.ranker.eval.Qrels;
import io.xunbao.ranker.feature.ProductFeatures;
import io.xunbao.ranker.train.TrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows to train on: the hits that the search would let a model rank, with their features. A hit
 * without a judgement counts as irrelevant: some are good, but a model that never saw what was not
 * worth judging puts just that on top.
 */
final class JudgedRows {
  private JudgedRows() {}

  /** The hits of all judged queries; a query with fewer than two hits teaches nothing. */
  static TrainingSet read(Path index, Path queries, Path qrels) throws IOException {
    Qrels judged = Qrels.read(qrels);
    List<TrainingSet> parts = new ArrayList<>();
    try (LiveIndex live = LiveIndex.open(IndexDirectory.at(index));
        LiveIndex.Lease lease = live.acquire()) {
      QueryUnderstanding understanding =
          new QueryUnderstanding(lease.words(), () -> Homophones.NONE);
      for (String line : Files.readAllLines(queries)) {
        int tab = line.indexOf('\t');
        Judgements grades = tab < 1 ? null : judged.queries().get(line.substring(0, tab));
        if (grades != null) {
          Understood query = understanding.understand(line.substring(tab + 1), lease.searcher());
          add(parts, line.substring(0, tab), query, grades, lease.searcher());
        }
      }
    }
    return TrainingSet.join(ProductFeatures.schema(), parts);
  }

  private static void add(
      List<TrainingSet> parts,
      String id,
      Understood query,
      Judgements grades,
      ProductSearcher searcher)
      throws IOException {
    int window = FeedbackSettings.DEFAULT.window();
    QuerySession session =
        searcher.session(ProductQuery.of(query.text(), window).with(query.variants()));
    List<Hit> hits = session.rerank(session.retrieve().hits());
    if (hits.size() > 1) {
      parts.add(
          new TrainingSet(
              LearnedRanking.features(searcher, session, query, hits),
              hits.stream().mapToInt(hit -> grades.grade(hit.id())).toArray(),
              List.of(id),
              new int[] {hits.size()}));
    }
  }
}
