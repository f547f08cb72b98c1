package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.blas.PlainBlas;
import io.xunbao.ranker.embed.EmbeddingModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainEmbeddingsCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void train_smallCatalogue_writesAModelThatFindsItsProducts() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String title = i % 2 == 0 ? "红色 连衣裙 夏季 女装" : "蓝牙 耳机 无线 降噪";
      lines.append("{\"id\":\"p").append(i).append("\",\"title\":\"").append(title).append("\"}\n");
    }
    Path products = Files.writeString(folder.resolve("products.jsonl"), lines);
    assertThat(train("--products", products.toString())).as(err.toString()).isZero();
    assertThat(out.toString()).contains("products    60").contains("(serves now)");
    EmbeddingModel model = EmbeddingModel.open(current());
    assertThat(
            model
                .products()
                .nearest(model.texts().vector(List.of("耳机")), 1, id -> true, new PlainBlas())
                .getFirst()
                .id())
        .isEqualTo("p1");
  }

  @Test
  void train_noProducts_saysHowToNameThem() {
    assertThat(train()).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("--products FILE");
  }

  @Test
  void train_sessions_bringsQueriesNearTheTitlesThatAnsweredThem() throws IOException {
    StringBuilder products = new StringBuilder();
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      boolean dress = i % 2 == 0;
      String title = dress ? "红色 连衣裙 夏季 女装" : "蓝牙 耳机 无线 降噪";
      String query = dress ? "gown" : "headset";
      products.append(String.format(Locale.ROOT, "{\"id\":\"p%d\",\"title\":\"%s\"}%n", i, title));
      events.append(
          String.format(
              Locale.ROOT,
              "{\"id\":\"e%d\",\"user\":\"u%d\",\"type\":\"click\",\"product\":\"p%d\",\"query\":\"%s\","
                  + "\"at\":\"2026-11-24T10:00:00Z\"}%n",
              i,
              i,
              i,
              query));
    }
    Path catalogue = Files.writeString(folder.resolve("products.jsonl"), products);
    Path log = Files.writeString(folder.resolve("events.jsonl"), events);
    assertThat(
            train(
                "--products",
                catalogue.toString(),
                "--events",
                log.toString(),
                "--epochs",
                "20",
                "--encoding",
                "int8"))
        .as(err.toString())
        .isZero();
    EmbeddingModel model = EmbeddingModel.open(current());
    assertThat(
            model
                .products()
                .nearest(model.texts().vector(List.of("gown")), 1, id -> true, new PlainBlas())
                .getFirst()
                .id())
        .isEqualTo("p0");
  }

  @Test
  void train_dl4jOffTheClassPath_saysWhereItIsAndWhatToTakeInstead() throws IOException {
    String line = "{\"id\":\"p\",\"title\":\"红色 连衣裙 夏季\"}\n";
    Path products =
        Files.writeString(folder.resolve("products.jsonl"), line + line.replace("\"p\"", "\"q\""));
    Path queries = Files.writeString(folder.resolve("queries.tsv"), "q1\t红色连衣裙\n".repeat(5));
    assertThat(
            train(
                "--trainer",
                "dl4j",
                "--products",
                products.toString(),
                "--queries",
                queries.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("./xunbao train").contains("--trainer skipgram");
    assertThat(err.toString()).doesNotContain("at io.xunbao");
  }

  private Path current() throws IOException {
    return ModelRegistries.open(folder.resolve("models"))
        .current(EmbeddingModel.KIND)
        .orElseThrow()
        .directory();
  }

  private int train(String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "embeddings"));
    arguments.addAll(
        List.of("--models", folder.resolve("models").toString(), "--dimensions", "16"));
    arguments.addAll(List.of(more));
    return Main.commandLine(new PrintWriter(out), new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }
}
