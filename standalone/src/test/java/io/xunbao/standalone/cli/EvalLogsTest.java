package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.eval.Qrels;
import io.xunbao.standalone.generate.SampleData;
import io.xunbao.standalone.generate.SampleSize;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verbs that read logs, on generated logs whose truth is known. */
class EvalLogsTest {
  private static final String MIXED =
      "{\"id\":\"i-%1$d\",\"user\":\"u\",\"query\":\"q\",\"understood\":\"q\",\"snapshot\":\"s\","
          + "\"at\":\"2026-11-24T12:00:00Z\",\"ranker\":\"mixed\",\"experiment\":\"ltr-1\","
          + "\"arm\":\"default+ltr\",\"features\":[],\"items\":["
          + "{\"product\":\"a\",\"position\":1,\"propensity\":1,\"team\":\"default\"},"
          + "{\"product\":\"b\",\"position\":2,\"propensity\":0.5,\"team\":\"ltr\"}]}";

  private static final String CLICK =
      "{\"id\":\"e-%1$d\",\"user\":\"u\",\"type\":\"click\",\"product\":\"%2$s\","
          + "\"impression\":\"i-%1$d\",\"at\":\"2026-11-24T12:00:01Z\"}";

  @TempDir Path folder;
  private Path best = Path.of("");
  private Path worst = Path.of("");
  private SampleData data = new SampleData(best, best, best, best, best, best);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void generate() throws IOException {
    data = SampleData.write(folder, new SampleSize(2_000, 100, 10), 7);
    Qrels qrels = Qrels.read(data.qrels());
    best = run(qrels, "best", Map.Entry.<String, Integer>comparingByValue().reversed());
    worst = run(qrels, "worst", Map.Entry.comparingByValue());
  }

  private Path run(Qrels qrels, String name, Comparator<Map.Entry<String, Integer>> order)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    qrels
        .queries()
        .forEach(
            (query, judged) -> {
              int rank = 0;
              for (Map.Entry<String, Integer> of :
                  judged.grades().entrySet().stream()
                      .sorted(order.thenComparing(Map.Entry.comparingByKey()))
                      .toList()) {
                lines.append(query).append(" Q0 ").append(of.getKey()).append(' ');
                lines.append(++rank).append(' ').append(-rank).append(" t\n");
              }
            });
    return Files.writeString(folder.resolve(name), lines);
  }

  @Test
  void propensities_generatedLog_showsWhatWasLoggedBesideEstimates() {
    eval("propensities", log("--positions", "3", "-o", "json"));
    JsonNode positions = JsonMapper.shared().readTree(out.toString()).path("positions");
    assertThat(positions.path(1).path("logged").asDouble()).isCloseTo(0.5, within(1e-9));
    JsonNode em = positions.path(1).path("em");
    assertThat(em.path("value").asDouble())
        .isBetween(em.path("low").asDouble(), em.path("high").asDouble());
  }

  @Test
  void counterfactual_bestOrder_earnsMoreThanTheWorst() {
    double good = ips(best);
    double bad = ips(worst);
    assertThat(good).isGreaterThan(bad);
  }

  private double ips(Path run) {
    out.getBuffer().setLength(0);
    String[] of = {"--run", run.toString(), "--queries", data.queries().toString(), "-o", "json"};
    eval("counterfactual", log(of));
    JsonNode all = JsonMapper.shared().readTree(out.toString()).path("all");
    JsonNode line = all.path("estimates").path(0);
    assertThat(line.path("name").asString()).isEqualTo("IPS");
    assertThat(line.path("atMost").asDouble()).isGreaterThan(line.at("/value/value").asDouble());
    return line.path("value").path("value").asDouble();
  }

  @Test
  void interleave_simulatedShoppers_preferTheBetterRun() {
    eval(
        "interleave",
        List.of("--run", best.toString(), "--baseline", worst.toString(), "--qrels")
            .toArray(String[]::new),
        data.qrels().toString(),
        "--sessions",
        "5",
        "-o",
        "json");
    JsonNode credit = JsonMapper.shared().readTree(out.toString()).at("/all/credit");
    assertThat(credit.path("low").asDouble()).isPositive();
  }

  @Test
  void interleave_logOfOneRanker_saysThatItHoldsNoDraft() {
    String[] of = {"--run", best.toString(), "--baseline", worst.toString()};
    String[] queries = {"--queries", data.queries().toString()};
    assertThat(execute("interleave", log(of), queries)).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("no list in the log is a team draft");
  }

  @Test
  void interleave_logThatNamesTeams_needsNoRuns() throws IOException {
    Path impressions = folder.resolve("mixed.jsonl");
    Path events = folder.resolve("clicks.jsonl");
    StringBuilder shown = new StringBuilder();
    StringBuilder clicks = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      shown.append(String.format(Locale.ROOT, MIXED, i)).append('\n');
      String product = i % 4 == 0 ? "a" : "b";
      clicks.append(String.format(Locale.ROOT, CLICK, i, product)).append('\n');
    }
    Files.writeString(impressions, shown);
    Files.writeString(events, clicks);
    String[] log = {"--impressions", impressions.toString(), "--events", events.toString()};
    eval("interleave", log);
    assertThat(out.toString())
        .startsWith(
            "experiment ltr-1: 40 mixed lists; click events a list, ltr - default: +0.5000 [");
    out.getBuffer().setLength(0);
    eval("interleave", log, "-o", "json");
    JsonNode of = JsonMapper.shared().readTree(out.toString()).at("/experiments/0");
    assertThat(of.path("experiment").asString()).isEqualTo("ltr-1");
    assertThat(of.at("/credit/low").asDouble()).isPositive();
  }

  @Test
  void interleave_logWithoutTeamsAndWithoutRuns_saysHowToGetThem() {
    assertThat(execute("interleave", log())).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("serve with an experiment").contains("--baseline");
  }

  @Test
  void interleave_oneRunAlone_isWrongUsage() {
    String[] of = {"--run", best.toString()};
    assertThat(execute("interleave", of)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("both --run and --baseline");
  }

  @Test
  void interleave_neitherLogNorGrades_isWrongUsage() {
    String[] of = {"--run", best.toString(), "--baseline", worst.toString()};
    assertThat(execute("interleave", of)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("either --qrels to simulate, or a log");
  }

  private String[] log(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--impressions",
                data.impressions().toString(),
                "--events",
                data.behaviour().toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private void eval(String verb, String[] first, String... more) {
    assertThat(execute(verb, first, more)).as(err.toString()).isZero();
  }

  private int execute(String verb, String[] first, String... more) {
    String[] all = new String[2 + first.length + more.length];
    all[0] = "eval";
    all[1] = verb;
    System.arraycopy(first, 0, all, 2, first.length);
    System.arraycopy(more, 0, all, 2 + first.length, more.length);
    return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(all);
  }
}
