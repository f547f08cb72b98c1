package io.xunbao.standalone.cli;

import io.xunbao.ranker.eval.Comparison;
import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Interval;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code eval} prints.
 *
 * @param comparisons one a metric, none without a baseline
 * @param segments the same evaluation by segment, none where none were asked for
 * @param seed of the intervals
 */
record EvalReport(
    Evaluation ours,
    List<Comparison> comparisons,
    Map<String, Evaluation> segments,
    boolean perQuery,
    long seed) {

  void printText(PrintWriter out) {
    if (perQuery) {
      ours.queries().forEach((query, values) -> out.println(query + "  " + line(values)));
    }
    out.println("queries  " + ours.queries().size());
    ours.metrics().forEach(metric -> out.println(line(metric, ours.interval(metric, seed))));
    segments.forEach(
        (name, segment) ->
            out.printf(
                Locale.ROOT,
                "segment %s  n=%d  %s  %s%n",
                name,
                segment.queries().size(),
                line(segment.means()),
                range(segment)));
    if (!comparisons.isEmpty()) {
      out.println("against the baseline (95% bootstrap interval, paired permutation p):");
      comparisons.forEach(comparison -> out.println(line(comparison)));
    }
  }

  /** The interval of the first metric, which is what a segment is looked at for. */
  private String range(Evaluation segment) {
    String metric = segment.metrics().getFirst();
    Interval of = segment.interval(metric, seed);
    return String.format(Locale.ROOT, "(%s [%.4f, %.4f])", metric, of.low(), of.high());
  }

  private Map<String, Interval> intervals(Evaluation of) {
    Map<String, Interval> intervals = new LinkedHashMap<>();
    of.metrics().forEach(metric -> intervals.put(metric, of.interval(metric, seed)));
    return intervals;
  }

  private static String line(String name, Interval of) {
    return String.format(
        Locale.ROOT, "%-18s %.4f  [%.4f, %.4f]", name, of.value(), of.low(), of.high());
  }

  /** Values by name on one line. */
  static String line(Map<String, Double> values) {
    StringBuilder line = new StringBuilder();
    values.forEach((metric, v) -> line.append(String.format(Locale.ROOT, "%s %.4f  ", metric, v)));
    return line.toString().strip();
  }

  private static String line(Comparison c) {
    return String.format(Locale.ROOT, "%-18s %s", c.metric(), gain(c));
  }

  /** A difference with its interval and chance, and the queries that are better, equal, worse. */
  static String gain(Comparison c) {
    return String.format(
        Locale.ROOT,
        "%+.4f [%+.4f, %+.4f]  p=%.4f  win/tie/loss %d/%d/%d",
        c.difference(),
        c.low(),
        c.high(),
        c.p(),
        c.wins(),
        c.ties(),
        c.losses());
  }

  void printJson(PrintWriter out) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("queries", ours.queries().size());
    json.put("metrics", ours.means());
    json.put("intervals", intervals(ours));
    if (!segments.isEmpty()) {
      Map<String, Object> of = new LinkedHashMap<>();
      segments.forEach(
          (name, segment) ->
              of.put(
                  name,
                  Map.of(
                      "queries",
                      segment.queries().size(),
                      "metrics",
                      segment.means(),
                      "intervals",
                      intervals(segment))));
      json.put("segments", of);
    }
    if (!comparisons.isEmpty()) {
      json.put("comparison", comparisons);
    }
    if (perQuery) {
      json.put("perQuery", ours.queries());
    }
    out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json));
  }
}
