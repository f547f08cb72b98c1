package io.xunbao.ranker.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.blas.PlainBlas;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindsTest {
  private static final List<List<String>> TEXTS = TopicCorpus.sentences(1_200, 5);

  private final Blas blas = new PlainBlas();

  @Test
  void fit_wordsOfATopic_isHighestForAKindOfThatTopic() {
    Kinds kinds = kinds();
    assertThat(kinds.size()).isBetween(TopicCorpus.TOPICS, 16);
    for (int topic = 0; topic < TopicCorpus.TOPICS; topic++) {
      List<String> words = List.of("t" + topic + "w1", "t" + topic + "w2");
      int best = best(kinds, words);
      String prefix = "t" + topic + "w";
      assertThat(kinds.shares().get(best).counts().keySet())
          .allMatch(word -> word.startsWith(prefix) || word.startsWith("shared"));
    }
  }

  private static int best(Kinds kinds, List<String> words) {
    int best = 0;
    for (int kind = 1; kind < kinds.size(); kind++) {
      best = kinds.fit(kind, words) > kinds.fit(best, words) ? kind : best;
    }
    return best;
  }

  @Test
  void fit_nothingKnown_isMissing() {
    Kinds kinds = kinds();
    assertThat(kinds.fit(Kinds.UNKNOWN, List.of("t1w1"))).isNaN();
    assertThat(kinds.fit(0, List.of())).isNaN();
    assertThat(kinds.fit(0, List.of("never said"))).isFinite().isNegative();
    int[] unknown = kinds.of(Matrix.of(new float[2 * kinds.centres().columns()], 2, 16), blas);
    assertThat(unknown).containsOnly(Kinds.UNKNOWN);
  }

  @Test
  void fit_shares_areSmoothedByThoseOfAllProducts() {
    Kinds.WordShares all = new Kinds.WordShares(10, Map.of("a", 5));
    Kinds.WordShares one = new Kinds.WordShares(2, Map.of("a", 2));
    Kinds kinds = new Kinds(Matrix.row(new float[] {1, 0}), List.of(one), all);
    double a = Math.log((2 + .5 * .5) / 2.5 + 1e-4);
    double b = Math.log(1e-4);
    assertThat(kinds.fit(0, List.of("a", "b"))).isCloseTo((a + b) / 2, within(1e-12));
  }

  @Test
  void find_productsWithoutVectors_areOfNoKind() {
    Matrix rows = Matrix.of(new float[] {0, 0, 1, 0, 0, 1}, 3, 2);
    List<List<String>> words = List.of(List.of("x", "y"), List.of("y"), List.of("y"));
    Kinds kinds = Kinds.find(rows, words, 1, blas);
    assertThat(kinds).isNotNull();
    assertThat(kinds.all()).isEqualTo(new Kinds.WordShares(2, Map.of("y", 2)));
    assertThat(kinds.of(rows, blas)[0]).isEqualTo(Kinds.UNKNOWN);
    assertThat(Kinds.find(Matrix.of(new float[4], 2, 2), words.subList(0, 2), 1, blas)).isNull();
  }

  @Seeded
  @Test
  void centres_anyVectors_areDirectionsAndEachHasRows(RandomGenerator random) {
    Matrix rows = random(random, 120, 6);
    SphericalKMeans means = new SphericalKMeans(blas);
    Matrix centres = means.centres(rows, 9, random.nextLong());
    assertThat(centres.rows()).isBetween(1, 9);
    for (int i = 0; i < centres.rows(); i++) {
      float[] centre = Arrays.copyOfRange(centres.values(), centres.start(i), centres.start(i) + 6);
      assertThat(Vectors.dot(centre, centre)).isCloseTo(1, within(1e-5));
    }
    Set<Integer> drawn = new HashSet<>();
    for (int nearest : means.nearest(rows, centres)) {
      drawn.add(nearest);
    }
    assertThat(drawn).hasSizeGreaterThan(centres.rows() / 2);
  }

  @Seeded
  @Test
  void centres_directionsFarApart_areFound(RandomGenerator random) {
    float[] values = new float[90 * 3];
    for (int i = 0; i < 90; i++) {
      for (int j = 0; j < 3; j++) {
        values[i * 3 + j] = (j == i % 3 ? 1 : 0) + (random.nextFloat() - .5f) * .2f;
      }
      Vectors.normalize(values, i * 3, 3);
    }
    Matrix rows = Matrix.of(values, 90, 3);
    SphericalKMeans means = new SphericalKMeans(blas);
    // Rows drawn as first centres may share a direction: of some draws one finds all three.
    boolean found =
        IntStream.range(0, 20)
            .mapToObj(seed -> means.nearest(rows, means.centres(rows, 3, seed)))
            .anyMatch(
                nearest ->
                    nearest[0] != nearest[1]
                        && nearest[1] != nearest[2]
                        && nearest[0] != nearest[2]
                        && IntStream.range(0, 90).allMatch(i -> nearest[i] == nearest[i % 3]));
    assertThat(found).isTrue();
  }

  @Test
  void read_writtenKinds_areTheSameAndTheSameBytes(@TempDir Path one, @TempDir Path two)
      throws IOException {
    Kinds kinds = kinds();
    KindsFile.write(one, kinds);
    Kinds read = KindsFile.read(one, 16);
    assertThat(read).isNotNull();
    assertThat(read.shares()).isEqualTo(kinds.shares());
    assertThat(read.all()).isEqualTo(kinds.all());
    KindsFile.write(two, read);
    for (String name : KindsFile.NAMES) {
      assertThat(two.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
    }
  }

  @Test
  void read_modelWithoutKinds_hasNone(@TempDir Path folder) throws IOException {
    assertThat(KindsFile.read(folder, 16)).isNull();
  }

  @Test
  void read_damagedOrForeignFiles_areRefused(@TempDir Path folder) throws IOException {
    KindsFile.write(folder, kinds());
    assertThatThrownBy(() -> KindsFile.read(folder, 8))
        .isInstanceOf(BadVectorFileException.class)
        .hasMessageContaining("8 dimensions, got 16");
    Path words = folder.resolve("kinds.json");
    for (String hostile :
        List.of(
            "",
            "{}",
            "[1]",
            "{\"all\":{\"products\":0,\"counts\":{}},\"kinds\":[]}",
            "{\"all\":{\"products\":2,\"counts\":{\"a\":3}},\"kinds\":[]}",
            "{\"all\":{\"products\":2,\"counts\":{}},\"kinds\":[]}")) {
      Files.writeString(words, hostile);
      assertThatThrownBy(() -> KindsFile.read(folder, 16))
          .isInstanceOf(BadVectorFileException.class)
          .hasMessageContaining("kinds.json");
    }
  }

  private Kinds kinds() {
    Embedding words =
        new SkipGramTrainer().train(TEXTS, TrainingSettings.defaults().withDimensions(16));
    TextVectors texts = TextVectors.fit(words, TEXTS, blas);
    List<String> ids = IntStream.range(0, TEXTS.size()).mapToObj(i -> "p" + i).toList();
    Kinds kinds = ProductVectors.of(ids, TEXTS, texts).kinds(TEXTS, 42, blas);
    assertThat(kinds).isNotNull();
    return kinds;
  }

  private static Matrix random(RandomGenerator random, int n, int d) {
    float[] values = new float[n * d];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - .5f;
    }
    for (int i = 0; i < n; i++) {
      Vectors.normalize(values, i * d, d);
    }
    return Matrix.of(values, n, d);
  }
}
