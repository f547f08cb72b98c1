package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvalCommandTest {
  @TempDir Path folder;
  private Path qrels = Path.of("");
  private Path run = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void files() throws IOException {
    qrels = Files.writeString(folder.resolve("qrels"), "q1 0 a 3\nq1 0 b 0\nq2 0 c 2\n");
    run = Files.writeString(folder.resolve("run"), "q1 Q0 a 1 2 x\nq2 Q0 d 1 2 x\n");
  }

  @Test
  void eval_text_printsEveryMetricOfTheContract() {
    assertThat(eval()).isZero();
    assertThat(out.toString())
        .contains("queries  2")
        .containsPattern("nDCG@10 +0\\.5000")
        .containsPattern("condensed-nDCG@10 +0\\.5000")
        .containsPattern("MRR@10 +0\\.5000")
        .containsPattern("P@10 +0\\.0500")
        .containsPattern("recall@100 +0\\.5000")
        .containsPattern("judged@10 +0\\.5000");
  }

  @Test
  void eval_json_holdsComparisonAndQueries() {
    assertThat(eval("-o", "json", "--baseline", run.toString(), "--per-query")).isZero();
    JsonNode json = JsonMapper.shared().readTree(out.toString());
    assertThat(json.at("/metrics/nDCG@10").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/perQuery/q1/nDCG@10").asDouble()).isEqualTo(1);
    assertThat(json.at("/comparison/0/ties").asInt()).isEqualTo(2);
  }

  @Test
  void eval_segments_areMeasuredApart() throws IOException {
    Path segments = Files.writeString(folder.resolve("segments"), "q1\tbrand\nq2\tlong\n");
    assertThat(eval("--segments", segments.toString())).isZero();
    assertThat(out.toString()).containsPattern("segment brand  n=1  nDCG@10 1\\.0000");
  }

  @Test
  void eval_belowTheGate_exits3() {
    assertThat(eval("--at-least", "ndcg=0.6")).isEqualTo(ExitCode.WORSE_THAN_GATE);
    assertThat(err.toString()).contains("nDCG@10 is 0.5000, below the gate 0.6");
    assertThat(eval("--at-least", "nDCG@10=0.5")).isZero();
  }

  @Test
  void eval_unknownMetric_namesTheNearest() {
    assertThat(eval("--at-least", "mrp=0.6")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("knows no metric mrp; there are: MRR@10");
  }

  @Test
  void eval_missingRun_isWrongUsageAndBrokenFileIsMendable() throws IOException {
    Files.writeString(run, "q1 Q0 a one 2 x\n");
    assertThat(eval()).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("run, line 1: rank must be a whole number");
    assertThat(execute("eval", "--qrels", qrels.toString())).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(execute("eval", "--qrels", "nowhere", "--run", "x")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("no such file: nowhere");
  }

  private int eval(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("eval", "--qrels", qrels.toString(), "--run", run.toString()));
    arguments.addAll(List.of(more));
    return execute(arguments.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
  }
}
