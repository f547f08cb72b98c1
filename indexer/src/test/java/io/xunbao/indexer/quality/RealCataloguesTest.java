package io.xunbao.indexer.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.testing.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example mappings on the catalogues that they are for, with the counts known from them. */
class RealCataloguesTest {
  @ParameterizedTest
  @CsvSource({
    // file, live, deleted, late or replaced, duplicates, quarantined
    "zh/tmall-double11-2016.csv, 3497, 0, 24015, 86, 0",
    "zh/taobao-2019.jsonl, 3445, 1, 0, 0, 0",
    "zh/jd-2015.jsonl, 3092, 0, 0, 0, 4",
    "zh/jd-2022-titles.tsv, 20000, 0, 0, 0, 0",
    "zh/taobao-2022-attributes.jsonl, 997, 0, 0, 0, 0",
    "zh/basket-products.tsv, 1094, 0, 0, 0, 0",
    "zh/catalogue-union.tsv, 37448, 0, 0, 0, 1",
    "en/icecat-products.jsonl.gz, 19406, 0, 0, 0, 0"
  })
  void audit_ofACatalogue_accountsForEveryRecord(
      String file, long live, long deleted, long older, long duplicates, long quarantined)
      throws IOException {
    RecordSums sums = audit(file).sums();

    assertThat(sums.live()).isEqualTo(live);
    assertThat(sums.deleted()).isEqualTo(deleted);
    assertThat(sums.late() + sums.replaced()).isEqualTo(older);
    assertThat(sums.duplicates()).isEqualTo(duplicates);
    assertThat(sums.quarantined()).isEqualTo(quarantined);
  }

  @Test
  void audit_ofTheUnion_refusesOnlyTheTitleWithoutALetter() throws IOException {
    QualityReport report = audit("zh/catalogue-union.tsv").report();

    List<QualityReport.RuleCount> refusing =
        report.rules().stream().filter(rule -> rule.quarantined() > 0).toList();
    assertThat(refusing)
        .extracting(QualityReport.RuleCount::rule)
        .containsExactly("placeholder-title");
    assertThat(refusing.getFirst().samples())
        .extracting(QualityReport.Sample::value)
        .contains("1212");
  }

  @Test
  void audit_ofThePhoneShop_mendsItsTestRowsAndHtml() throws IOException {
    Map<String, QualityReport.RuleCount> rules =
        audit("zh/jd-2015.jsonl").report().rules().stream()
            .collect(Collectors.toMap(QualityReport.RuleCount::rule, rule -> rule));

    assertThat(rules.get("html").repairs()).isEqualTo(580);
    assertThat(rules.get("price-placeholder").repairs()).isEqualTo(1);
    assertThat(rules.get("placeholder-title").repairs()).isEqualTo(2);
    assertThat(rules.get("placeholder-title").quarantined()).isEqualTo(4);
  }

  private static QualityAudit audit(String file) throws IOException {
    Path source = SharedData.file(file);
    String name = source.getFileName().toString();
    Path mappings = SharedData.projectRoot().resolve("examples/mappings");
    ProductMapping mapping =
        ProductMapping.load(mappings.resolve(name.substring(0, name.indexOf('.')) + ".yaml"));
    QualityAudit audit = new QualityAudit();
    QualityGate gate = QualityGate.of(mapping);
    try (RecordReader reader = RecordReader.open(source, mapping)) {
      for (SourceRecord record; (record = reader.next()) != null; ) {
        audit.add(record.position(), gate.check(record));
      }
    }
    return audit;
  }
}
