package io.xunbao.indexer.quality.report;

import io.xunbao.indexer.quality.QualityReport.CategoryCompleteness;
import io.xunbao.indexer.quality.QualityReport.CategoryPrices;
import io.xunbao.indexer.quality.QualityReport.FieldCompleteness;
import io.xunbao.indexer.quality.QualityReport.OddPrice;
import io.xunbao.indexer.quality.QualityReport.RuleCount;
import io.xunbao.indexer.quality.RecordSums;
import java.util.List;
import java.util.Map;

/** The drawings of the report. */
final class Plots {
  private static final int WIDTH = 860;
  private static final int LABEL = 190;
  private static final int ROW = 24;

  private Plots() {}

  /** One bar for all records, cut into where they went. */
  static String sums(RecordSums sums) {
    Svg svg = new Svg(WIDTH, 70, "where the records went");
    List<String> names = List.of("indexed", "superseded", "quarantined");
    long[] parts = {sums.indexed(), sums.superseded(), sums.quarantined()};
    double x = 0;
    for (int i = 0; i < parts.length; i++) {
      double width = WIDTH * (double) parts[i] / Math.max(1, sums.recordsIn());
      String text = names.get(i) + " " + Numbers.count(parts[i]);
      svg.bar(x, 20, width, 26, names.get(i), text);
      svg.text(i * 280.0 + 14, 64, "start", text).bar(i * 280.0, 55, 10, 10, names.get(i), text);
      x += width;
    }
    return svg.text(0, 13, "start", sums.proof()).toString();
  }

  /** Findings by rule; the length grows with the square root, so that rare ones are seen. */
  static String rules(List<RuleCount> rules) {
    Svg svg = new Svg(WIDTH, 30 + ROW * rules.size(), "findings by rule");
    svg.bar(LABEL, 4, 10, 10, "repaired", "repaired").text(LABEL + 14, 13, "start", "repaired");
    svg.bar(LABEL + 90, 4, 10, 10, "warned", "warned").text(LABEL + 104, 13, "start", "warned");
    svg.bar(LABEL + 170, 4, 10, 10, "quarantined", "quarantined");
    svg.text(LABEL + 184, 13, "start", "quarantined (length: square root of the count)");
    double most = rules.stream().mapToDouble(rule -> Math.sqrt(rule.total())).max().orElse(1);
    for (int i = 0; i < rules.size(); i++) {
      rule(svg, rules.get(i), 26 + i * ROW, (WIDTH - LABEL - 70) / most);
    }
    return svg.toString();
  }

  private static void rule(Svg svg, RuleCount rule, double y, double scale) {
    svg.text(LABEL - 8, y + 13, "end", rule.rule());
    double whole = Math.sqrt(rule.total()) * scale;
    double x = LABEL;
    long[] parts = {rule.repairs(), rule.warnings(), rule.quarantined()};
    List<String> styles = List.of("repaired", "warned", "quarantined");
    for (int i = 0; i < parts.length; i++) {
      double width = whole * parts[i] / rule.total();
      svg.bar(x, y, width, 16, styles.get(i), styles.get(i) + " " + Numbers.count(parts[i]));
      x += width;
    }
    svg.text(x + 6, y + 13, "start", Numbers.count(rule.total()));
  }

  /** Categories down, fields across, each cell with its share in percent. */
  static String completeness(
      List<FieldCompleteness> fields, List<CategoryCompleteness> categories) {
    int cell = (WIDTH - LABEL) / fields.size();
    Svg svg = new Svg(WIDTH, 30 + ROW * categories.size(), "completeness by category and field");
    for (int f = 0; f < fields.size(); f++) {
      svg.text(LABEL + (f + 0.5) * cell, 16, "middle small", fields.get(f).field());
    }
    for (int c = 0; c < categories.size(); c++) {
      CategoryCompleteness category = categories.get(c);
      double y = 24 + c * ROW;
      svg.text(LABEL - 8, y + 16, "end", Svg.label(category.category(), 22));
      for (int f = 0; f < fields.size(); f++) {
        double share = (double) category.present().get(f) / category.products();
        svg.heat(LABEL + f * cell, y, cell - 2, ROW - 2, 0.08 + 0.92 * share);
        String style = share > 0.5 ? "middle over" : "middle";
        svg.text(LABEL + (f + 0.5) * cell, y + 15, style, Math.round(100 * share) + "%");
      }
    }
    return svg.toString();
  }

  /** Groups of nearly the same title by their size. */
  static String clusters(Map<Integer, Long> bySize) {
    Svg svg = new Svg(WIDTH, 150, "groups of nearly the same title by size");
    double most = bySize.values().stream().mapToDouble(Math::sqrt).max().orElse(1);
    double step = Math.min(60, (double) WIDTH / Math.max(1, bySize.size()));
    double x = 0;
    for (Map.Entry<Integer, Long> size : bySize.entrySet()) {
      double height = 100 * Math.sqrt(size.getValue()) / most;
      String tip = size.getValue() + " groups of " + size.getKey();
      svg.bar(x + 2, 120 - height, step - 4, height, "warned", tip);
      svg.text(x + step / 2, 116 - height, "middle", size.getValue().toString());
      svg.text(x + step / 2, 136, "middle", size.getKey().toString());
      x += step;
    }
    return svg.line(0, 120, WIDTH, 120).toString();
  }

  /** Each category's middle half and median, and its odd prices, on a logarithmic scale. */
  static String prices(List<CategoryPrices> prices) {
    Svg svg = new Svg(WIDTH, 36 + ROW * prices.size(), "odd prices by category");
    LogScale scale = LogScale.of(prices, LABEL, WIDTH - 20);
    for (long tick : scale.ticks()) {
      svg.line(scale.at(tick), 20, scale.at(tick), 24 + ROW * prices.size());
      svg.text(scale.at(tick), 14, "middle", Numbers.count(tick / 100));
    }
    for (int i = 0; i < prices.size(); i++) {
      CategoryPrices category = prices.get(i);
      double y = 26 + i * ROW;
      svg.text(LABEL - 8, y + 14, "end", Svg.label(category.category(), 22));
      double from = scale.at(category.lowerQuartile());
      String tip = "middle half of " + category.category();
      svg.bar(from, y + 4, scale.at(category.upperQuartile()) - from, 12, "indexed", tip);
      svg.bar(scale.at(category.median()) - 1, y + 1, 2, 18, "median", "median");
      for (OddPrice odd : category.samples()) {
        String text = Numbers.price(odd.priceFen()) + " " + odd.id() + " " + odd.title();
        svg.dot(scale.at(odd.priceFen()), y + 10, "quarantined", text);
      }
    }
    return svg.toString();
  }
}
