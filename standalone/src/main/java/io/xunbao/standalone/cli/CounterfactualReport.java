package io.xunbao.standalone.cli;

import io.xunbao.ranker.eval.logged.Counterfactual;
import io.xunbao.ranker.eval.simulate.OffPolicy;
import io.xunbao.ranker.eval.simulate.OffPolicy.Slot;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code eval counterfactual} prints of one segment.
 *
 * @param shown what the lists earned
 * @param unseen what products that were not in the lists may earn beside the estimates by
 *     examination, at most
 * @param unplaced the same of products that were never at their place, by placement
 */
record CounterfactualReport(
    int lists, OffPolicy shown, double unseen, double unplaced, List<Line> estimates) {
  /**
   * One estimate.
   *
   * @param atMost with all that was not seen earned
   * @param gain over what was shown, paired by list; null for a ratio, which has none
   */
  record Line(String by, String name, OffPolicy value, double atMost, @Nullable OffPolicy gain) {}

  static CounterfactualReport of(Counterfactual log, long seed) {
    List<List<Slot>> looks = log.byExamination();
    List<List<Slot>> places = log.byPlacement();
    double unseen = log.unseen();
    double unplaced = log.unplaced();
    return new CounterfactualReport(
        log.size(),
        log.asShown(seed),
        unseen,
        unplaced,
        List.of(
            ips("examination", looks, unseen, seed),
            robust("examination", looks, unseen, seed),
            ips("placement", places, unplaced, seed),
            line("placement", "SNIPS", OffPolicy.snips(places, seed), unplaced, null),
            robust("placement", places, unplaced, seed)));
  }

  private static Line ips(String by, List<List<Slot>> slots, double missing, long seed) {
    OffPolicy value = OffPolicy.ips(slots, seed);
    return line(by, "IPS", value, missing, OffPolicy.ipsGain(slots, seed));
  }

  private static Line robust(String by, List<List<Slot>> slots, double missing, long seed) {
    OffPolicy value = OffPolicy.doublyRobust(slots, seed);
    return line(by, "doubly robust", value, missing, OffPolicy.doublyRobustGain(slots, seed));
  }

  private static Line line(
      String by, String name, OffPolicy value, double missing, @Nullable OffPolicy gain) {
    return new Line(by, name, value, value.value() + missing, gain);
  }

  static void print(
      Map<String, CounterfactualReport> segments, OutputFormat format, PrintWriter out) {
    if (format == OutputFormat.JSON) {
      out.println(JsonMapper.shared().writeValueAsString(new LinkedHashMap<>(segments)));
    } else {
      segments.forEach((name, report) -> report.printText(name, out));
    }
    out.flush();
  }

  private void printText(String segment, PrintWriter out) {
    out.printf(
        Locale.ROOT, "segment %s: %d lists, earned %s a list%n", segment, lists, text(shown));
    out.printf(
        Locale.ROOT,
        "  looks a list at products that a list did not show %.4f, at places never logged %.4f%n",
        unseen,
        unplaced);
    out.println("  by           estimate       value and 95% interval    at most  gain");
    for (Line of : estimates) {
      OffPolicy gain = of.gain();
      out.printf(
          Locale.ROOT,
          "  %-12s %-14s %-25s %7.4f  %s%n",
          of.by(),
          of.name(),
          text(of.value()),
          of.atMost(),
          gain == null ? "" : signed(gain));
    }
  }

  private static String text(OffPolicy of) {
    return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", of.value(), of.low(), of.high());
  }

  private static String signed(OffPolicy of) {
    return String.format(Locale.ROOT, "%+.4f [%+.4f, %+.4f]", of.value(), of.low(), of.high());
  }
}
