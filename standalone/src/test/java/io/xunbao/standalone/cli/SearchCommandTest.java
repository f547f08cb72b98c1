package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.standalone.testing.PublishedIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCommandTest {
  private static final int PRODUCTS = 130;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path index = Path.of("");

  @BeforeEach
  void publish() throws IOException {
    index = folder.resolve("index");
    PublishedIndex.of(
        IntStream.range(0, PRODUCTS).mapToObj(SearchCommandTest::product).toList(), index);
  }

  @Test
  void search_query_printsHits() {
    assertThat(run("search", "--index", index.toString(), "--size", "3", "红色", "连衣裙")).isZero();

    assertThat(out.toString()).contains(PRODUCTS + " products", "  1. ", "红色连衣裙", "CNY 99.00");
  }

  @Test
  void search_json_isOneObject() {
    assertThat(run("search", "--index", index.toString(), "-o", "json", "--explain", "连衣裙"))
        .isZero();

    assertThat(out.toString()).startsWith("{").contains("\"explanation\"", "\"titleHighlights\"");
  }

  @Test
  void search_queriesTwice_writeTheSameRunBeyondOnePage() throws IOException {
    Path queries = Files.writeString(folder.resolve("q.tsv"), "q1\t连衣裙\n\nq2\t马桶\n");
    Path first = folder.resolve("a.run");
    Path second = folder.resolve("b.run");

    assertThat(batch(queries, first, "120")).isZero();
    assertThat(batch(queries, second, "120")).isZero();

    List<String> lines = Files.readAllLines(first);
    assertThat(lines).hasSize(120).isEqualTo(Files.readAllLines(second));
    assertThat(lines.getFirst()).startsWith("q1 Q0 p").contains(" 1 ").endsWith("xunbao-feedback");
    assertThat(lines.stream().map(line -> line.split(" ")[2])).doesNotHaveDuplicates();
  }

  @Test
  void search_lineWithoutTab_namesTheLine() throws IOException {
    Path queries = Files.writeString(folder.resolve("q.tsv"), "q1\t连衣裙\nnonsense\n");

    assertThat(batch(queries, folder.resolve("a.run"), "10")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("q.tsv:2", "a tab");
    assertThat(folder.resolve("a.run")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"search 连衣裙", "serve --port 0", "recommend"})
  void verb_noIndex_saysHowToBuildOne(String verb) {
    List<String> arguments = new ArrayList<>(List.of(verb.split(" ")));
    arguments.addAll(List.of("--index", folder.resolve("none").toString()));

    assertThat(run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).startsWith("xunbao: no published index").contains("./xunbao index");
  }

  @Test
  void search_tooLongOrUnclear_isRefusedInWords() {
    assertThat(run("search", "--index", index.toString(), "长".repeat(100_000)))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("512", "shorten it");
    assertThat(run("search", "--index", index.toString())).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run("search", "--index", index.toString(), "--queries", "q.tsv"))
        .isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void search_audience_saysWhyInSentences() {
    assertThat(
            run(
                "search",
                "--index",
                index.toString(),
                "--audience",
                "shopper",
                "--lang",
                "en",
                "连衣裙"))
        .isZero();
    assertThat(out.toString()).contains("Shown here mainly for: ", "连衣裙");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--window 0", "--window 801", "--lang en", "--audience boss"})
  void search_optionOutOfItsRange_isRefused(String options) {
    List<String> arguments = new ArrayList<>(List.of("search", "--index", index.toString(), "裙"));
    arguments.addAll(List.of(options.split(" ")));

    assertThat(run(arguments.toArray(String[]::new))).isNotZero();
    assertThat(err.toString()).contains(options.split(" ")[0]);
  }

  private int batch(Path queries, Path run, String depth) {
    return run(
        "search",
        "--index",
        index.toString(),
        "--queries",
        queries.toString(),
        "--run",
        run.toString(),
        "--depth",
        depth);
  }

  private int run(String... arguments) {
    return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
  }

  private static Product product(int number) {
    return TestProduct.of("p" + number, "红色连衣裙 " + number).priceFen(99_00L).build();
  }
}
