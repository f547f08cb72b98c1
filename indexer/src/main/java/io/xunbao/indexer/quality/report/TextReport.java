package io.xunbao.indexer.quality.report;

import static io.xunbao.indexer.quality.report.Numbers.count;
import static io.xunbao.indexer.quality.report.Numbers.percent;
import static io.xunbao.indexer.quality.report.Numbers.price;

import io.xunbao.indexer.quality.QualityReport;
import io.xunbao.indexer.quality.QualityReport.CategoryPrices;
import io.xunbao.indexer.quality.QualityReport.Cluster;
import io.xunbao.indexer.quality.QualityReport.FieldCompleteness;
import io.xunbao.indexer.quality.QualityReport.OddPrice;
import io.xunbao.indexer.quality.QualityReport.RuleCount;
import io.xunbao.indexer.quality.QualityReport.Sample;
import io.xunbao.indexer.quality.QualityReport.Source;
import io.xunbao.indexer.quality.QualityReport.TitleDuplicates;
import io.xunbao.indexer.quality.RecordSums;
import java.util.List;
import java.util.Locale;

/** The report for a terminal, widest parts last so that columns stay straight. */
public final class TextReport {
  private static final int MAX_CATEGORIES = 8;
  private static final int MAX_CLUSTERS = 3;
  private static final int MAX_VALUE = 70;

  private final StringBuilder out = new StringBuilder(4096);

  private TextReport() {}

  public static String render(QualityReport report) {
    TextReport text = new TextReport();
    text.sums(report);
    text.rules(report.rules());
    text.fields(report.fields());
    text.duplicates(report.titles());
    text.prices(report.prices());
    text.swapped(report);
    return text.out.toString();
  }

  private void sums(QualityReport report) {
    for (Source source : report.sources()) {
      line("%s: %s records", Escape.controls(source.name()), count(source.records()));
    }
    RecordSums sums = report.sums();
    line("%s", sums.proof());
    line(
        "  indexed     %s products, %s of them deleted",
        count(sums.indexed()), count(sums.deleted()));
    line(
        "  superseded  %s replaced by a later version, %s late, %s exact duplicates",
        count(sums.replaced()), count(sums.late()), count(sums.duplicates()));
    if (report.examined() < sums.indexed()) {
      line("  the parts below tell of the first %s products", count(report.examined()));
    }
  }

  private void rules(List<RuleCount> rules) {
    line("");
    line("%-20s %10s %10s %12s  first of them", "rule", "repaired", "warned", "quarantined");
    for (RuleCount rule : rules) {
      Sample first = rule.samples().getFirst();
      line(
          "%-20s %10s %10s %12s  line %d: %s %s",
          rule.rule(),
          count(rule.repairs()),
          count(rule.warnings()),
          count(rule.quarantined()),
          first.record(),
          Escape.controls(first.message()),
          shown(first.value()));
    }
    if (rules.isEmpty()) {
      line("no rule found anything");
    }
  }

  private void fields(List<FieldCompleteness> fields) {
    line("");
    line("%-20s %10s %8s", "field", "present", "share");
    for (FieldCompleteness field : fields) {
      line(
          "%-20s %10s %8s",
          field.field(), count(field.present()), percent(field.present(), field.of()));
    }
  }

  private void duplicates(TitleDuplicates titles) {
    line("");
    line(
        "titles: %s the same as another's; %s products in %s groups of nearly the same title",
        count(titles.sameTitle()), count(titles.clustered()), count(titles.clusters()));
    for (Cluster cluster : titles.largest().stream().limit(MAX_CLUSTERS).toList()) {
      line(
          "  %s alike, such as %s %s",
          count(cluster.size()),
          Escape.controls(cluster.members().getFirst().id()),
          shown(cluster.members().getFirst().title()));
    }
  }

  private void prices(List<CategoryPrices> prices) {
    line("");
    line("odd prices in %d categories%s", prices.size(), prices.isEmpty() ? "" : ", such as");
    for (CategoryPrices category : prices.stream().limit(MAX_CATEGORIES).toList()) {
      OddPrice oddest = category.samples().getFirst();
      line(
          "  %s: %s of %s far from the median %s; oddest %s of %s %s",
          Escape.controls(category.category()),
          count(category.odd()),
          count(category.products()),
          price(category.median()),
          price(oddest.priceFen()),
          Escape.controls(oddest.id()),
          shown(oddest.title()));
    }
  }

  private void swapped(QualityReport report) {
    if (report.swapped().isEmpty()) {
      return;
    }
    line("");
    line("names that are both a brand and a category:");
    report
        .swapped()
        .forEach(
            name ->
                line(
                    "  %s: brand of %s, category of %s",
                    Escape.controls(name.name()), count(name.asBrand()), count(name.asCategory())));
  }

  private static String shown(@org.jspecify.annotations.Nullable String value) {
    if (value == null) {
      return "";
    }
    String flat = Escape.controls(value);
    return "'" + (flat.length() <= MAX_VALUE ? flat : flat.substring(0, MAX_VALUE) + "…") + "'";
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
