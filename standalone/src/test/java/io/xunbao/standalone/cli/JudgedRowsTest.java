package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.RankerName;
import io.xunbao.queryapi.SearchAnswer.RankedHit;
import io.xunbao.queryapi.SearchAnswer.ServedFeatures;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.ranker.eval.Qrels;
import io.xunbao.ranker.feature.ProductFeatures;
import io.xunbao.ranker.train.TrainingSet;
import io.xunbao.standalone.testing.PublishedIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model is trained on is what it meets when it serves. */
class JudgedRowsTest {
  private static final String COSINE = "embedding.cosine";

  @TempDir Path folder;
  private Path index = Path.of("");
  private Path models = Path.of("");
  private Path queries = Path.of("");
  private Path qrels = Path.of("");

  @BeforeEach
  void publish() throws IOException {
    index = folder.resolve("index");
    models = folder.resolve("models");
    queries = Files.writeString(folder.resolve("q.tsv"), "q1\t红色连衣裙\n");
    qrels = Files.writeString(folder.resolve("qrels"), "q1 0 p0 3\nq1 0 p2 0\n");
    List<String> products =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    "{\"id\":\"p"
                        + i
                        + "\",\"title\":\""
                        + (i % 2 == 0 ? "红色 连衣裙 夏季 女装 " : "蓝牙 耳机 无线 降噪 ")
                        + i
                        + "\"}")
            .toList();
    PublishedIndex.of(products.stream().map(ProductJson::read).toList(), index);
    Path file = Files.write(folder.resolve("products.jsonl"), products);
    run("train", "embeddings", "--products", file, "--models", models, "--dimensions", 8);
  }

  @Test
  void read_withoutAnEmbedding_hasNoLikeness() throws IOException {
    assertThat(
            cosines(JudgedRows.join(JudgedRows.teaching(index, queries, Qrels.read(qrels), null))))
        .containsOnly(Double.NaN);
  }

  @Test
  void read_withAnEmbedding_hasTheFeaturesThatAreServed() throws IOException {
    JudgedWindow window = JudgedRows.windows(index, queries, Qrels.read(qrels), models).getFirst();
    assertThat(cosines(window.rows())).doesNotContain(Double.NaN);

    train();
    try (IndexSearchService service =
        IndexSearchService.open(index, Duration.ofDays(1), ModelRegistries.serving(models))) {
      service.embed();
      var answer =
          service.search(
              SearchRequest.builder("红色连衣裙")
                  .ranker(RankerName.LTR)
                  .size(SearchRequest.DEFAULT_SIZE)
                  .build());
      assertThat(answer.degraded()).isEmpty();
      ServedFeatures served = answer.served();
      assertThat(served).isNotNull();
      for (RankedHit hit : answer.hits()) {
        String id = hit.product().id();
        double[] trained = window.rows().matrix().row(window.ids().indexOf(id)).values();
        assertThat(served.byProduct().get(id)).hasSameSizeAs(trained);
        for (int i = 0; i < trained.length; i++) {
          // Each process chooses its own BLAS backend, and backends round differently; deviations
          // within a window enlarge that.
          boolean relative = ProductFeatures.schema().names().get(i).startsWith("window.");
          assertThat(served.byProduct().get(id)[i])
              .isCloseTo(trained[i], within(relative ? 1e-4 : 1e-6));
        }
      }
    }
  }

  @Test
  void search_rightAfterOpening_ranksByTheModelBesideItsEmbedding() throws IOException {
    train();
    for (int round = 0; round < 5; round++) {
      try (IndexSearchService service =
          IndexSearchService.open(index, Duration.ofDays(1), ModelRegistries.serving(models))) {
        var answer =
            service.search(
                SearchRequest.builder("红色连衣裙")
                    .ranker(RankerName.LTR)
                    .deadline(SearchRequest.MAX_DEADLINE)
                    .build());
        assertThat(answer.degraded()).isEmpty();
        assertThat(answer.ranker()).isEqualTo(RankerName.LTR);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid", "ltr"})
  void search_runDeeperThanTheWindow_hasFallingScoresInTheOrderServed(String ranker)
      throws IOException {
    Path run = folder.resolve("deep.run");
    train();
    Path many = folder.resolve("many");
    PublishedIndex.of(
        IntStream.range(0, 130)
            .mapToObj(
                i -> ProductJson.read("{\"id\":\"p" + i + "\",\"title\":\"红色 连衣裙 " + i + "\"}"))
            .toList(),
        many);
    run(
        "search",
        "--index",
        many,
        "--models",
        models,
        "--ranker",
        ranker,
        "--queries",
        queries,
        "--run",
        run,
        "--depth",
        130);
    List<String[]> lines = Files.readAllLines(run).stream().map(line -> line.split(" ")).toList();
    assertThat(lines).hasSize(130);
    for (int i = 1; i < lines.size(); i++) {
      assertThat(Double.parseDouble(lines.get(i)[4]))
          .isLessThanOrEqualTo(Double.parseDouble(lines.get(i - 1)[4]));
      assertThat(lines.get(i)[3]).isEqualTo(Integer.toString(i + 1));
    }
    assertThat(Double.parseDouble(lines.get(100)[4]))
        .isLessThan(Double.parseDouble(lines.get(99)[4]));
  }

  @Test
  void search_embeddingReplaced_degradesByNameAndPromotionIsRefused() throws IOException {
    train();
    Path file = folder.resolve("products.jsonl");
    run("train", "embeddings", "--products", file, "--models", models, "--dimensions", 8);
    try (IndexSearchService service =
        IndexSearchService.open(index, Duration.ofDays(1), ModelRegistries.serving(models))) {
      service.embed();
      var answer = service.search(SearchRequest.builder("红色连衣裙").ranker(RankerName.LTR).build());
      assertThat(answer.ranker()).isEqualTo(RankerName.FEEDBACK);
      assertThat(answer.degraded().getFirst().reason())
          .contains("was trained beside embedding", "train ltr again");
    }
    String version = ModelRegistries.open(models).currentVersion("ltr").orElseThrow();
    StringWriter err = new StringWriter();
    assertThat(execute(err, "models", "promote", "ltr", version, "--models", models))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("was trained beside embedding");
    train();
    try (IndexSearchService service =
        IndexSearchService.open(index, Duration.ofDays(1), ModelRegistries.serving(models))) {
      service.embed();
      var answer = service.search(SearchRequest.builder("红色连衣裙").ranker(RankerName.LTR).build());
      assertThat(answer.ranker()).isEqualTo(RankerName.LTR);
    }
  }

  @Test
  void search_withAWindow_ranksSoManyHitsByTheModel() throws IOException {
    train();
    try (IndexSearchService service =
        IndexSearchService.open(
            index, Duration.ofDays(1), ModelRegistries.serving(models).withWindow(7))) {
      service.embed();
      var answer =
          service.search(SearchRequest.builder("红色连衣裙").ranker(RankerName.LTR).size(20).build());
      ServedFeatures served = answer.served();
      assertThat(served).isNotNull();
      List<String> ids = answer.hits().stream().map(hit -> hit.product().id()).toList();
      assertThat(ids).hasSize(20).doesNotHaveDuplicates();
      assertThat(served.byProduct().keySet())
          .containsExactlyInAnyOrderElementsOf(ids.subList(0, 7));
    }
  }

  private void train() {
    run(
        "train",
        "ltr",
        "--index",
        index,
        "--queries",
        queries,
        "--qrels",
        qrels,
        "--models",
        models,
        "--trainer",
        "linear");
  }

  @Test
  void train_tooFewJudgedQueries_saysHowManyAndTheWayOut() {
    StringWriter err = new StringWriter();
    assertThat(
            execute(
                err,
                "train",
                "ltr",
                "--index",
                index,
                "--queries",
                queries,
                "--qrels",
                qrels,
                "--models",
                models,
                "--trainer",
                "linear",
                "--search",
                3))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("at least 4 judged queries", "got 1", "name one trainer");
  }

  @Test
  void train_rowsToValidateOnBesideAnIndex_areRefused() {
    StringWriter err = new StringWriter();
    assertThat(
            execute(
                err,
                "train",
                "ltr",
                "--index",
                index,
                "--queries",
                queries,
                "--qrels",
                qrels,
                "--models",
                models,
                "--validate",
                qrels))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("--validate goes with --letor");
  }

  private static double[] cosines(TrainingSet rows) {
    int column = rows.schema().names().indexOf(COSINE);
    return IntStream.range(0, rows.rows()).mapToDouble(r -> rows.matrix().get(r, column)).toArray();
  }

  private static void run(Object... arguments) {
    StringWriter err = new StringWriter();
    assertThat(execute(err, arguments)).as(err.toString()).isZero();
  }

  private static int execute(StringWriter err, Object... arguments) {
    return Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err))
        .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }
}
