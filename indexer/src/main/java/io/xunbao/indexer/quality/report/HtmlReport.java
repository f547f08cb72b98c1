package io.xunbao.indexer.quality.report;

import static io.xunbao.indexer.quality.report.Numbers.count;
import static io.xunbao.indexer.quality.report.Numbers.percent;
import static io.xunbao.indexer.quality.report.Numbers.price;

import io.xunbao.indexer.quality.QualityReport;
import io.xunbao.indexer.quality.QualityReport.CategoryCompleteness;
import io.xunbao.indexer.quality.QualityReport.Cluster;
import io.xunbao.indexer.quality.QualityReport.RuleCount;
import io.xunbao.indexer.quality.QualityReport.Sample;
import io.xunbao.indexer.quality.QualityReport.TitleDuplicates;
import io.xunbao.indexer.quality.RecordSums;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The report as one HTML page: drawn by this package, no script, no other file, no other host.
 * Every text of the catalogue is escaped.
 */
public final class HtmlReport {
  private final Page page = new Page();
  private final QualityReport report;

  private HtmlReport(QualityReport report) {
    this.report = report;
  }

  public static String render(QualityReport report) {
    HtmlReport html = new HtmlReport(report);
    html.head();
    html.sums();
    html.rules();
    html.completeness();
    html.duplicates();
    html.prices();
    html.swapped();
    html.samples();
    return html.page.markup("</main>\n</html>").toString();
  }

  private void head() {
    page.markup("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">");
    page.markup("<meta name=\"viewport\" content=\"width=device-width\">");
    page.markup(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
            + " 'unsafe-inline'\">");
    page.markup("<title>Catalogue quality</title>\n<style>\n" + style() + "</style>\n<main>");
    page.heading(1, "Catalogue quality");
  }

  private void sums() {
    RecordSums sums = report.sums();
    List<List<String>> rows =
        List.of(
            List.of("records in", count(sums.recordsIn())),
            List.of("indexed", count(sums.indexed())),
            List.of("of them deleted (tombstones)", count(sums.deleted())),
            List.of("superseded: replaced by a later version", count(sums.replaced())),
            List.of("superseded: late, older than the known version", count(sums.late())),
            List.of("superseded: exact duplicates", count(sums.duplicates())),
            List.of("quarantined", count(sums.quarantined())));
    page.figure("Where the records went", Plots.sums(sums), List.of("what", "records"), rows);
    page.table(
        List.of("source", "records", "quarantined"),
        report.sources().stream()
            .map(of -> List.of(of.name(), count(of.records()), count(of.quarantined())))
            .toList());
    if (report.examined() < sums.indexed()) {
      page.paragraph("What follows tells of the first " + count(report.examined()) + " products.");
    }
  }

  private void rules() {
    page.heading(2, "What the rules found");
    if (report.rules().isEmpty()) {
      page.paragraph("Nothing: every record was accepted as it stands.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (RuleCount rule : report.rules()) {
      rows.add(
          List.of(
              rule.rule(),
              rule.meaning(),
              count(rule.repairs()),
              count(rule.warnings()),
              count(rule.quarantined())));
    }
    page.figure(
        "Findings by rule, in records",
        Plots.rules(report.rules()),
        List.of("rule", "holds that", "repaired", "warned", "quarantined"),
        rows);
  }

  private void completeness() {
    page.heading(2, "Completeness");
    if (report.categories().isEmpty()) {
      page.paragraph("There are no products.");
      return;
    }
    page.table(
        List.of("field", "present", "share"),
        report.fields().stream()
            .map(of -> List.of(of.field(), count(of.present()), percent(of.present(), of.of())))
            .toList());
    List<String> columns = new ArrayList<>(List.of("category", "products"));
    report.fields().forEach(field -> columns.add(field.field()));
    List<List<String>> rows = new ArrayList<>();
    for (CategoryCompleteness category : report.categories()) {
      List<String> row = new ArrayList<>(List.of(category.category(), count(category.products())));
      category.present().forEach(has -> row.add(percent(has, category.products())));
      rows.add(row);
    }
    page.figure(
        "Share of products that have a field, in the largest categories",
        Plots.completeness(report.fields(), report.categories()),
        columns,
        rows);
  }

  private void duplicates() {
    TitleDuplicates titles = report.titles();
    page.heading(2, "Products that may be the same");
    page.paragraph(
        count(titles.sameTitle())
            + " products have the same title as another; "
            + count(titles.clustered())
            + " are in "
            + count(titles.clusters())
            + " groups of nearly the same title. Variants (colour, size) are among them.");
    if (titles.clusters() == 0) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<Integer, Long> size : titles.bySize().entrySet()) {
      rows.add(List.of(size.getKey().toString(), count(size.getValue())));
    }
    page.figure(
        "Groups (height: square root of their number) by how many products they hold",
        Plots.clusters(titles.bySize()),
        List.of("products in the group", "groups"),
        rows);
    page.table(List.of("group of", "id", "title"), members(titles.largest()));
  }

  private static List<List<String>> members(List<Cluster> clusters) {
    List<List<String>> rows = new ArrayList<>();
    for (Cluster cluster : clusters) {
      cluster
          .members()
          .forEach(of -> rows.add(List.of(count(cluster.size()), of.id(), of.title())));
    }
    return rows;
  }

  private void prices() {
    page.heading(2, "Odd prices");
    if (report.prices().isEmpty()) {
      page.paragraph("No category has prices that are far from its others.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    report
        .prices()
        .forEach(
            of ->
                of.samples()
                    .forEach(
                        odd ->
                            rows.add(
                                List.of(
                                    of.category(),
                                    count(of.odd()) + " of " + count(of.products()),
                                    price(of.median()),
                                    price(odd.priceFen()),
                                    String.valueOf(odd.score()),
                                    odd.id(),
                                    odd.title()))));
    page.figure(
        "Middle half (bar), median (line) and oddest prices (dots) of each category, on a"
            + " logarithmic scale",
        Plots.prices(report.prices()),
        List.of("category", "odd", "median", "price", "score", "id", "title"),
        rows);
  }

  private void swapped() {
    if (report.swapped().isEmpty()) {
      return;
    }
    page.heading(2, "Names that are both a brand and a category");
    page.table(
        List.of("name", "as brand", "as category"),
        report.swapped().stream()
            .map(of -> List.of(of.name(), count(of.asBrand()), count(of.asCategory())))
            .toList());
  }

  private void samples() {
    if (report.rules().isEmpty()) {
      return;
    }
    page.heading(2, "Samples");
    List<List<String>> rows = new ArrayList<>();
    for (RuleCount rule : report.rules()) {
      for (Sample sample : rule.samples()) {
        String value = sample.value() == null ? "" : sample.value();
        String at = sample.source() + ":" + sample.record();
        rows.add(List.of(rule.rule(), at, sample.message(), value));
      }
    }
    page.table(List.of("rule", "where", "finding", "value"), rows);
  }

  private static String style() {
    try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
      if (css == null) {
        throw new IllegalStateException("report.css is missing beside " + HtmlReport.class);
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
