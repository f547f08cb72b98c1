package io.xunbao.ranker.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProductFeaturesTest {
  @Test
  void extract_titleThatIsTheQuery_matchesInEveryWay() {
    assertThat(value("title.coverage", "red", "dress")).isEqualTo(1);
    assertThat(value("title.run", "red", "dress")).isEqualTo(1);
    assertThat(value("title.tightness", "red", "dress")).isEqualTo(1);
    assertThat(value("title.density", "red", "dress")).isEqualTo(1);
    assertThat(value("title.earliest", "red", "dress")).isZero();
    assertThat(value("title.fromEnd", "red", "dress")).isZero();
    assertThat(value("any.rarestMissing", "red", "dress")).isZero();
    assertThat(value("title.bigrams", "red", "dress")).isEqualTo(1);
  }

  @Test
  void extract_wordsApart_areLessTightAndNoRun() {
    String[] title = {"red", "long", "wide", "silk", "summer", "dress"};
    assertThat(value("title.coverage", title)).isEqualTo(1);
    assertThat(value("title.tightness", title)).isEqualTo((float) (2.0 / 6));
    assertThat(value("title.run", title)).isEqualTo(0.5);
  }

  @Test
  void extract_lastWordMissing_isSeen() {
    assertThat(value("title.lastWord", "red", "shoe")).isZero();
    assertThat(value("title.lastWord", "blue", "dress")).isEqualTo(1);
    assertThat(value("any.rarestMissing", "blue", "dress")).isEqualTo(1);
  }

  @Test
  void extract_unknownValues_areMissingNotZero() {
    assertThat(value("product.price", "red")).isNaN();
    assertThat(value("embedding.cosine", "red")).isNaN();
    assertThat(value("user.interest", "red")).isNaN();
    assertThat(value("title.bm25", "red")).isNaN();
    assertThat(value("brand.match", "red")).isNaN();
  }

  @Test
  void extract_roles_areMatchedApart() {
    RankingQuery query = Candidates.query("Sony", "w50", "camera");
    assertThat(value(query, "brand.match", "Sony", "tv")).isEqualTo(1);
    assertThat(value(query, "model.match", "Sony", "w50")).isEqualTo(1);
    assertThat(value(query, "model.match", "Sony", "w60")).isZero();
  }

  @Test
  @Seeded
  void extract_candidatesInAnotherOrder_haveTheSameFeatures(RandomGenerator random) {
    List<Candidate> candidates =
        IntStream.range(0, 20).mapToObj(i -> Candidates.titled("p" + i, words(random))).toList();
    RankingQuery query = Candidates.query(words(random));
    FeatureMatrix forward = ProductFeatures.extract(new RankingWindow(query, candidates));
    FeatureMatrix backward =
        ProductFeatures.extract(new RankingWindow(query, candidates.reversed()));
    for (int row = 0; row < 20; row++) {
      assertThat(backward.row(19 - row).values()).isEqualTo(forward.row(row).values());
    }
  }

  @Test
  @Seeded
  void extract_relativeFeatures_haveMeanZeroAndDeviationOne(RandomGenerator random) {
    FeatureMatrix matrix = scored(random.doubles(30, 0, 50).toArray());
    double[] relative = column(matrix, "window.retrieval.score");
    assertThat(Arrays.stream(relative).average().orElseThrow()).isCloseTo(0, within(1e-6));
    assertThat(Arrays.stream(relative).map(v -> v * v).average().orElseThrow())
        .isCloseTo(1, within(1e-5));
  }

  @Test
  @Seeded
  void extract_scoresOnAnotherScale_haveTheSameRelativeFeatures(RandomGenerator random) {
    double[] scores = random.doubles(30, 0, 50).toArray();
    double[] scaled = Arrays.stream(scores).map(score -> 7 + 3 * score).toArray();
    double[] before = column(scored(scores), "window.retrieval.score");
    double[] after = column(scored(scaled), "window.retrieval.score");
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isCloseTo(before[i], within(1e-4));
    }
  }

  @Test
  void extract_relativeToEqualOrUnknownValues_isZeroOrMissing() {
    FeatureMatrix matrix = scored(new double[] {.1, .1, .1});
    assertThat(column(matrix, "window.retrieval.score")).containsOnly(0);
    assertThat(column(matrix, "window.embedding.cosine")).containsOnly(Double.NaN);
  }

  private static FeatureMatrix scored(double[] scores) {
    List<Candidate> candidates =
        IntStream.range(0, scores.length)
            .mapToObj(i -> Candidates.scored("p" + i, scores[i], "red"))
            .toList();
    return ProductFeatures.extract(new RankingWindow(Candidates.query("red"), candidates));
  }

  private static double[] column(FeatureMatrix matrix, String name) {
    int column = matrix.schema().names().indexOf(name);
    return IntStream.range(0, matrix.rows()).mapToDouble(row -> matrix.get(row, column)).toArray();
  }

  @Test
  void extract_emptyQueryOrTitle_hasNoInfinity() {
    RankingQuery empty = new RankingQuery(List.of(), 0, new int[0]);
    FeatureMatrix matrix =
        ProductFeatures.extract(new RankingWindow(empty, List.of(Candidates.titled("p"))));
    assertThat(Arrays.stream(matrix.values()).filter(Double::isInfinite)).isEmpty();
  }

  @Test
  void names_everyFeature_speaksBothLanguages() {
    for (String name : ProductFeatures.schema().names()) {
      assertThat(ProductFeatures.english(name)).isNotEqualTo(name);
      assertThat(ProductFeatures.chinese(name)).isNotEqualTo(name).isNotBlank();
    }
  }

  @Test
  void schema_otherNamesOrOrder_hasAnotherFingerprint() {
    FeatureSchema schema = new FeatureSchema(List.of("a", "b"));
    assertThat(schema.fingerprint()).isEqualTo(new FeatureSchema(List.of("a", "b")).fingerprint());
    assertThat(schema.fingerprint())
        .isNotEqualTo(new FeatureSchema(List.of("b", "a")).fingerprint())
        .isNotEqualTo(new FeatureSchema(List.of("a", "b", "c")).fingerprint());
  }

  private static String[] words(RandomGenerator random) {
    return random.ints(random.nextInt(1, 8), 0, 9).mapToObj(i -> "w" + i).toArray(String[]::new);
  }

  private static double value(String feature, String... title) {
    return value(Candidates.query("red", "dress"), feature, title);
  }

  private static double value(RankingQuery query, String feature, String... title) {
    FeatureMatrix matrix =
        ProductFeatures.extract(new RankingWindow(query, List.of(Candidates.titled("p", title))));
    return matrix.get(0, matrix.schema().names().indexOf(feature));
  }
}
