package io.xunbao.queryapi.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.PageKey;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureSchema;
import io.xunbao.ranker.feature.FeatureVector;
import io.xunbao.ranker.model.Model;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@Seeded
class LearnedRankingTest {
  private static final FeatureSchema SCHEMA = new FeatureSchema(List.of("a", "b"));

  @Test
  void of_anyScores_permutesTheWindowAndLeavesTheRest(RandomGenerator random) {
    List<Hit> hits = hits(20);
    FeatureMatrix features = features(12, random);

    LearnedRanking ranking = LearnedRanking.of(new Sum(), features, hits);

    assertThat(ranking.hits()).extracting(Hit::id).hasSize(20).doesNotHaveDuplicates();
    assertThat(ids(ranking.hits().subList(0, 12)))
        .containsExactlyInAnyOrderElementsOf(ids(hits.subList(0, 12)));
    assertThat(ids(ranking.hits().subList(12, 20))).isEqualTo(ids(hits.subList(12, 20)));
    assertThat(ranking.hits().subList(0, 12))
        .isSortedAccordingTo((x, y) -> Float.compare(y.score(), x.score()));
  }

  @Test
  void of_aRankedWindow_isIdempotent(RandomGenerator random) {
    List<Hit> hits = hits(10);
    FeatureMatrix features = features(10, random);
    List<Hit> once = LearnedRanking.of(new Sum(), features, hits).hits();
    double[] moved = new double[20];
    for (int i = 0; i < 10; i++) {
      int row = hits.stream().map(Hit::id).toList().indexOf(once.get(i).id());
      moved[2 * i] = features.get(row, 0);
      moved[2 * i + 1] = features.get(row, 1);
    }
    List<Hit> twice =
        LearnedRanking.of(new Sum(), new FeatureMatrix(SCHEMA, 10, moved), once).hits();
    assertThat(ids(twice)).isEqualTo(ids(once));
  }

  @Test
  void explain_everyHitOfTheWindow_addsUpToItsScore(RandomGenerator random) {
    LearnedRanking ranking = LearnedRanking.of(new Sum(), features(8, random), hits(9));
    for (Hit hit : ranking.hits().subList(0, 8)) {
      ScoreExplanation explanation = ranking.explain(hit).orElseThrow();
      double sum = explanation.parts().stream().mapToDouble(ScoreExplanation::value).sum();
      assertThat(sum).isCloseTo(hit.score(), within(1e-5));
      assertThat(explanation.parts()).extracting(ScoreExplanation::description).contains("start");
    }
    assertThat(ranking.explain(ranking.hits().getLast())).isEmpty();
  }

  @Test
  void mixed_withALearnedArm_keepsTheLawAndItsFeatures(RandomGenerator random) throws IOException {
    List<Hit> hits = hits(20);
    LearnedRanking learned = LearnedRanking.of(new Sum(), features(12, random), hits);
    MixedRanking.Arm words =
        new MixedRanking.Arm(
            "bm25",
            hits.subList(0, 12),
            null,
            hit -> new ScoreExplanation("score", hit.score(), List.of()));
    MixedRanking.Arm model =
        new MixedRanking.Arm(
            "ltr",
            learned.hits().subList(0, 12),
            learned,
            hit -> learned.explain(hit).orElseThrow());
    List<Hit> behind = hits.subList(12, 20);
    long seed = random.nextLong();

    MixedRanking mixed = MixedRanking.of(words, model, behind, seed);

    assertThat(mixed.hits()).isEqualTo(MixedRanking.of(words, model, behind, seed).hits());
    assertThat(ids(mixed.hits())).containsExactlyInAnyOrderElementsOf(ids(hits));
    assertThat(mixed.hits().subList(12, 20)).isEqualTo(behind);
    assertThat(mixed.learned()).contains(learned);
    for (Hit hit : mixed.hits().subList(0, 12)) {
      MixedRanking.Arm arm = mixed.team(hit.id()).orElseThrow().equals("ltr") ? model : words;
      assertThat(arm.window()).contains(hit);
      assertThat(learned.row(hit.id())).as("features, whoever picked it").isPresent();
      ScoreExplanation why = mixed.explain(hit).orElseThrow();
      assertThat(why.description()).isEqualTo("picked by " + arm.team());
      assertThat(why.value()).isCloseTo(hit.score(), within(1e-5));
    }
    assertThat(mixed.team(behind.getFirst().id())).isEmpty();
    assertThat(mixed.explain(behind.getFirst())).isEmpty();
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }

  private static List<Hit> hits(int count) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = "p-" + (char) ('a' + i);
      hits.add(new Hit(id, i, count - i, new PageKey(count - i, id)));
    }
    return hits;
  }

  private static FeatureMatrix features(int rows, RandomGenerator random) {
    return new FeatureMatrix(SCHEMA, rows, random.doubles(2L * rows, 0.1, 1).toArray());
  }

  /** Adds both features to one. */
  private static final class Sum implements Model {
    @Override
    public FeatureSchema schema() {
      return SCHEMA;
    }

    @Override
    public double[] score(FeatureMatrix rows) {
      double[] scores = new double[rows.rows()];
      for (int row = 0; row < scores.length; row++) {
        scores[row] = 1 + rows.get(row, 0) + rows.get(row, 1);
      }
      return scores;
    }

    @Override
    public double[] contributions(FeatureVector row) {
      return new double[] {row.values()[0], row.values()[1], 1};
    }
  }
}
