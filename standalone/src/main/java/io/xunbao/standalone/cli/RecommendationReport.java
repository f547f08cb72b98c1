package io.xunbao.standalone.cli;

import io.xunbao.ranker.recommend.EvaluationTable;
import io.xunbao.ranker.recommend.MethodResult;
import io.xunbao.ranker.recommend.MethodResult.Interval;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tables of methods with hit rates and their intervals, for people or machines. */
final class RecommendationReport {
  private final List<EvaluationTable> tables;
  private final long seed;

  RecommendationReport(List<EvaluationTable> tables, long seed) {
    this.tables = tables;
    this.seed = seed;
  }

  void print(OutputFormat format, PrintWriter out) {
    switch (format) {
      case TEXT -> tables.forEach(table -> printText(table, out));
      case JSON -> out.println(json());
    }
    out.flush();
  }

  private void printText(EvaluationTable table, PrintWriter out) {
    int k = table.cutoff();
    out.printf(Locale.ROOT, "%s  (%d cases)%n", table.question(), table.cases());
    out.printf(
        Locale.ROOT, "  %-20s %8s  %-18s %8s%n", "method", "HR@" + k, "95% interval", "MRR@" + k);
    for (MethodResult result : table.results()) {
      Interval hits = result.hitRateInterval(k, seed);
      out.printf(
          Locale.ROOT,
          "  %-20s %8.4f  [%.4f, %.4f]   %8.4f%n",
          result.method(),
          hits.mean(),
          hits.low(),
          hits.high(),
          result.reciprocalRank(k));
    }
    printAhead(table, table.ours(), out);
    table.served().ifPresent(served -> printAhead(table, served, out));
    out.println();
  }

  private void printAhead(EvaluationTable table, MethodResult method, PrintWriter out) {
    Interval ahead = method.difference(table.bestBaseline(), table.cutoff(), seed);
    out.printf(
        Locale.ROOT,
        "  %s - %s: %+.4f [%+.4f, %+.4f]%n",
        method.method(),
        table.bestBaseline().method(),
        ahead.mean(),
        ahead.low(),
        ahead.high());
  }

  private String json() {
    JsonMapper mapper = JsonMapper.shared();
    ArrayNode all = mapper.createArrayNode();
    for (EvaluationTable table : tables) {
      ObjectNode node = all.addObject();
      node.put("question", table.question()).put("cases", table.cases());
      node.put("cutoff", table.cutoff());
      ObjectNode methods = node.putObject("methods");
      for (MethodResult result : table.results()) {
        Interval hits = result.hitRateInterval(table.cutoff(), seed);
        methods
            .putObject(result.method())
            .put("hitRate", hits.mean())
            .put("low", hits.low())
            .put("high", hits.high())
            .put("mrr", result.reciprocalRank(table.cutoff()));
      }
    }
    return mapper.writeValueAsString(all);
  }
}
