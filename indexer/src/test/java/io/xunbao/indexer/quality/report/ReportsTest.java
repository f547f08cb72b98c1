package io.xunbao.indexer.quality.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.SourcePosition;
import io.xunbao.indexer.quality.Finding;
import io.xunbao.indexer.quality.Outcome;
import io.xunbao.indexer.quality.QualityAudit;
import io.xunbao.indexer.quality.QualityReport;
import io.xunbao.indexer.quality.QuarantineRecord;
import io.xunbao.indexer.quality.Severity;
import io.xunbao.indexer.testing.TestProduct;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportsTest {
  private static final String ATTACK = "<script>alert('x')</script>\"&\u001B[31m\u202E";

  @Test
  void html_textOfTheCatalogue_isEscapedEverywhere() {
    String html = HtmlReport.render(report());

    assertThat(html).doesNotContain("<script").doesNotContain("\u001B").doesNotContain("\u202E");
    assertThat(html).contains("&lt;script&gt;");
  }

  @Test
  void html_page_needsNothingElse() {
    String html = HtmlReport.render(report());

    assertThat(html).doesNotContainPattern("(?i)(src|href)\\s*=|url\\(|@import|https?://");
    assertThat(html).contains("default-src 'none'").contains("light-dark(");
  }

  @Test
  void html_everyPlot_hasATableBesideIt() {
    String html = HtmlReport.render(report());

    int figures = html.split("<figure>", -1).length - 1;
    assertThat(figures).isEqualTo(5);
    assertThat(html.split("</svg>", -1).length - 1).isEqualTo(figures);
    assertThat(html.split("<details>", -1).length - 1).isEqualTo(figures);
    assertThat(html).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void html_ofNothing_isAPage() {
    assertThat(HtmlReport.render(new QualityAudit().report())).contains("0 records in = 0 indexed");
  }

  @Test
  void text_ofNothing_saysSo() {
    assertThat(TextReport.render(new QualityAudit().report()))
        .contains("0 records in = 0 indexed + 0 superseded + 0 quarantined")
        .contains("no rule found anything");
  }

  @Test
  void text_report_provesTheSumAndShowsNoControlCharacters() {
    String text = TextReport.render(report());

    assertThat(text).contains("62 records in = 61 indexed + 0 superseded + 1 quarantined");
    assertThat(text).doesNotContain("\u001B").contains("\\u001B");
  }

  @Test
  void json_report_hasTheSumsAndRules() {
    JsonNode json = JsonMapper.shared().readTree(JsonReport.render(report()));

    assertThat(json.at("/sums/recordsIn").asLong()).isEqualTo(62);
    assertThat(json.at("/sums/indexed").asLong()).isEqualTo(61);
    assertThat(json.at("/sums/superseded").asLong()).isZero();
    assertThat(json.at("/rules/0/rule").asString()).isNotEmpty();
  }

  private static QualityReport report() {
    QualityAudit audit = new QualityAudit();
    SourcePosition at = new SourcePosition("file" + ATTACK, 7);
    for (int i = 0; i < 60; i++) {
      audit.add(at, new Outcome.Accepted(product(i, 10_000 + 10L * i), List.of()));
    }
    Finding finding = new Finding("html", Severity.REPAIR, "title", ATTACK, "title " + ATTACK);
    audit.add(at, new Outcome.Accepted(product(99, 99_000_000), List.of(finding)));
    audit.add(
        at,
        new Outcome.Quarantined(
            new QuarantineRecord(at, ATTACK, "required", null, null, ATTACK, List.of())));
    return audit.report();
  }

  private static Product product(int i, long fen) {
    return TestProduct.of("id" + i, "title " + ATTACK + (i % 2))
        .brand("汉服")
        .category("汉服" + ATTACK)
        .priceFen(fen)
        .build();
  }
}
