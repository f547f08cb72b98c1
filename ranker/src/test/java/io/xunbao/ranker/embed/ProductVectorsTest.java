package io.xunbao.ranker.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.blas.PlainBlas;
import io.xunbao.ranker.blas.VectorBlas;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductVectorsTest {
  private final Blas blas = new VectorBlas();

  @Seeded
  @Test
  void nearest_randomCatalogue_equalsSortingAllCosines(RandomGenerator random) {
    int n = 5_000;
    ProductVectors products = random(random, n, 16);
    float[] query = products.vector("p17");
    List<String> expected =
        IntStream.range(0, n)
            .filter(i -> i % 3 == 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(
                        i -> -Vectors.dot(query, products.vector("p" + i)))
                    .thenComparing(i -> i))
            .limit(10)
            .map(i -> "p" + i)
            .toList();
    List<ProductVectors.Neighbour> found =
        products.nearest(query, 10, id -> Integer.parseInt(id.substring(1)) % 3 == 0, blas);
    assertThat(found.stream().map(ProductVectors.Neighbour::id))
        .containsExactlyElementsOf(expected);
  }

  @Seeded
  @Test
  void cosines_unknownProduct_isMissing(RandomGenerator random) {
    ProductVectors products = random(random, 3, 8);
    float[] cosines = products.cosines(products.vector("p1"), List.of("p1", "nobody", "p0"), blas);
    assertThat(cosines[0]).isCloseTo(1, within(1e-5f));
    assertThat(cosines[1]).isNaN();
    assertThat((double) cosines[2])
        .isCloseTo(Vectors.dot(products.vector("p1"), products.vector("p0")), within(1e-5));
  }

  @Seeded
  @Test
  void cosines_twoVectors_areThoseOfEach(RandomGenerator random) {
    ProductVectors products = random(random, 9, 8);
    List<String> ids = List.of("p3", "p8");
    float[] both = new float[16];
    System.arraycopy(products.vector("p0"), 0, both, 0, 8);
    System.arraycopy(products.vector("p5"), 0, both, 8, 8);
    float[] together = products.cosines(Matrix.of(both, 2, 8), ids, blas);
    float[] first = products.cosines(products.vector("p0"), ids, blas);
    float[] second = products.cosines(products.vector("p5"), ids, blas);
    assertThat(together)
        .containsExactly(new float[] {first[0], first[1], second[0], second[1]}, within(1e-6f));
  }

  @Test
  void open_model_answersAsBefore(@TempDir Path folder) throws IOException {
    EmbeddingModel model = model();
    model.write(folder, Encoding.FLOAT32);
    EmbeddingModel read = EmbeddingModel.open(folder);
    List<String> text = List.of("t1w1", "t1w2");
    assertThat(read.texts().vector(text)).containsExactly(model.texts().vector(text));
    assertThat(nearestIds(read, text)).isEqualTo(nearestIds(model, text));
  }

  private List<String> nearestIds(EmbeddingModel model, List<String> text) {
    return model.products().nearest(model.texts().vector(text), 3, id -> true, blas).stream()
        .map(ProductVectors.Neighbour::id)
        .toList();
  }

  @Test
  void open_settingsThatDoNotFit_areRefused(@TempDir Path folder) throws IOException {
    model().write(folder, Encoding.INT8);
    Files.writeString(folder.resolve("texts.json"), "{\"smoothing\":0.001,\"common\":[1]}");
    Assertions.assertThatThrownBy(() -> EmbeddingModel.open(folder))
        .isInstanceOf(BadVectorFileException.class)
        .hasMessageContaining("texts.json");
  }

  @Seeded
  @Test
  void reduce_rowsInAPlane_keepsInnerProducts(RandomGenerator random) {
    float[] plane = new float[40 * 6];
    for (int i = 0; i < 40; i++) {
      float x = random.nextFloat() - 0.5f;
      float y = random.nextFloat() - 0.5f;
      for (int j = 0; j < 6; j++) {
        plane[i * 6 + j] = j % 2 == 0 ? x : y * j;
      }
    }
    Embedding full = Embedding.of(names(40), plane, 6);
    Embedding reduced = Reduction.reduce(full, 2, new PlainBlas());
    for (int i = 1; i < 40; i++) {
      assertThat(inner(reduced, i)).isCloseTo(inner(full, i), within(1e-3));
    }
  }

  private static double inner(Embedding embedding, int i) {
    return Vectors.dot(
        embedding.vector("p0").orElseThrow(), embedding.vector("p" + i).orElseThrow());
  }

  @Test
  void tfIdf_rareSharedWord_countsMore() {
    List<List<String>> texts =
        List.of(List.of("a", "x"), List.of("a", "y"), List.of("a", "x"), List.of("a", "z", "w"));
    TfIdf tfIdf = new TfIdf(texts);
    assertThat(tfIdf.cosine(texts.get(0), texts.get(2))).isCloseTo(1, within(1e-9));
    assertThat(tfIdf.cosine(texts.get(0), texts.get(2)))
        .isGreaterThan(tfIdf.cosine(texts.get(0), texts.get(1)));
    assertThat(tfIdf.cosine(texts.get(0), List.of())).isZero();
  }

  private static EmbeddingModel model() {
    List<List<String>> text = TopicCorpus.sentences(300, 8);
    Embedding words =
        new SkipGramTrainer().train(text, TrainingSettings.defaults().withDimensions(16));
    TextVectors texts = TextVectors.fit(words, text, new PlainBlas());
    ProductVectors products = ProductVectors.of(names(300).words(), text, texts);
    return EmbeddingModel.withKinds(texts, products, text, 42, new PlainBlas());
  }

  private static Vocabulary names(int n) {
    return new Vocabulary(IntStream.range(0, n).mapToObj(i -> "p" + i).toList(), new long[n]);
  }

  private static ProductVectors random(RandomGenerator random, int n, int d) {
    float[] values = new float[n * d];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return ProductVectors.of(Embedding.of(names(n), values, d));
  }
}
