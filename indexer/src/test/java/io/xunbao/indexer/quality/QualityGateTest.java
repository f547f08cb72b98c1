package io.xunbao.indexer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.indexer.catalog.MappingException;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordDefect;
import io.xunbao.indexer.catalog.SourcePosition;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.quality.rule.Rules;
import io.xunbao.testing.Seeded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityGateTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final SourcePosition AT = new SourcePosition("shop.csv", 41);

  @Test
  void check_soundRecord_isAcceptedWithoutFindings() {
    Outcome outcome = check(Map.of("id", "1", "title", "连衣裙 夏", "price", "129.00"));

    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(((Outcome.Accepted) outcome).findings()).isEmpty();
    assertThat(((Outcome.Accepted) outcome).product().priceFen()).isEqualTo(12_900);
  }

  @Test
  void check_defect_isQuarantinedWithRawAndPosition() {
    RecordDefect defect = new RecordDefect(RecordDefect.MALFORMED_CSV, null, "broken");
    SourceRecord record = new SourceRecord(AT, "1,\"x", Map.of(), List.of("id"), defect);

    Outcome.Quarantined refused = (Outcome.Quarantined) gate("").check(record);

    assertThat(refused.record())
        .isEqualTo(
            new QuarantineRecord(
                AT, "1,\"x", "malformed-csv", null, null, "broken", List.of("id")));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "required, id, -, title, -",
        "required, title, '  ', brand, b",
        "required, title, &nbsp;, brand, b",
        "placeholder-title, title, 测试, brand, b",
        "placeholder-title, title, 1212, brand, b",
        "placeholder-title, title, !!!, brand, b",
        "id-format, id, a b, title, t1x",
        "price-format, price, 面议, title, t1x",
        "price-range, price, -3, title, t1x",
        "price-range, price, 99999999999, title, t1x",
        "unknown-status, status, sold, title, t1x",
        "time-format, updatedAt, yesterday, title, t1x",
        "version-range, updatedAt, 2026-11-26T00:00:01Z, title, t1x",
        "version-range, updatedAt, 1969-12-31T23:59:59Z, title, t1x",
        "lost-characters, title, a\uFFFD\uFFFD\uFFFD, brand, b"
      })
  void check_whatBreaksARule_isQuarantinedUnderItsName(
      String rule, String field, String value, String other, String otherValue) {
    Map<String, Object> fields = new HashMap<>(Map.of("id", "1", "title", "a shirt"));
    fields.put(other, otherValue);
    fields.put(field, value);

    Outcome outcome = check(fields);

    assertThat(outcome).isInstanceOf(Outcome.Quarantined.class);
    QuarantineRecord refused = ((Outcome.Quarantined) outcome).record();
    assertThat(refused.rule()).isEqualTo(rule);
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.reason()).startsWith(field + " ");
    assertThat(refused.position()).isEqualTo(AT);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "whitespace, title, '  a　 b ', a b",
        "html, title, 90&deg; <b>线</b>, 90° 线",
        "control-characters, title, a\u200Bb\u0007, ab",
        "placeholder-title, title, new2 - 阿尔卡特, 阿尔卡特",
        "placeholder-brand, brand, other/其他, -",
        "price-range, price, 0, -",
        "price-placeholder, price, 299000, -",
        "charset-damage, title, \u00E8\u00BF\u009E\u00E8\u00A1\u00A3\u00E8\u00A3\u0099, 连衣裙"
      })
  void check_whatCanBeMended_isMendedAndSaid(
      String rule, String field, String value, String mended) {
    Map<String, Object> fields = new HashMap<>(Map.of("id", "1", "title", "a shirt"));
    fields.put(field, value);

    Outcome.Accepted accepted = (Outcome.Accepted) check(fields);

    assertThat(accepted.findings()).hasSize(1);
    Finding finding = accepted.findings().getFirst();
    assertThat(finding.rule()).isEqualTo(rule);
    assertThat(finding.severity()).isEqualTo(Severity.REPAIR);
    assertThat(finding.field()).isEqualTo(field);
    Product product = accepted.product();
    String after =
        switch (field) {
          case "title" -> product.title();
          case "brand" -> product.brand();
          default -> product.priceFen() == null ? null : product.priceFen().toString();
        };
    assertThat(after).isEqualTo(mended);
  }

  @Test
  void check_badCount_isLeftOutWithAWarning() {
    Outcome.Accepted accepted =
        (Outcome.Accepted) check(Map.of("id", "1", "title", "abc", "stock", "many"));

    assertThat(accepted.product().stock()).isNull();
    assertThat(accepted.findings()).extracting(Finding::rule).containsExactly("count-format");
  }

  @Test
  void check_brandThatIsTheCategory_isAWarning() {
    Outcome.Accepted accepted =
        (Outcome.Accepted)
            check(Map.of("id", "1", "title", "abc", "brand", "Apple", "category", "apple"));

    assertThat(accepted.findings()).extracting(Finding::rule).containsExactly("brand-category");
    assertThat(accepted.findings()).extracting(Finding::severity).containsOnly(Severity.WARNING);
  }

  @Test
  void check_modesOfTheMapping_replaceWhatRulesDo() {
    Map<String, Object> postage = Map.of("id", "1", "title", "邮费链接");
    Map<String, Object> padded = Map.of("id", "1", "title", " a b");

    assertThat(gate("rules: {not-for-sale: quarantine}").check(record(postage)))
        .isInstanceOf(Outcome.Quarantined.class);
    assertThat(((Outcome.Accepted) gate("").check(record(postage))).findings()).hasSize(1);
    assertThat(
            ((Outcome.Accepted) gate("rules: {not-for-sale: off}").check(record(postage)))
                .findings())
        .isEmpty();
    Outcome.Accepted warned =
        (Outcome.Accepted) gate("rules: {whitespace: warn}").check(record(padded));
    assertThat(warned.product().title()).isEqualTo(" a b");
    assertThat(warned.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
  }

  @Test
  void gate_ruleThatIsNotThere_namesTheNearest() {
    assertThatThrownBy(() -> gate("rules: {white-space: off}"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("nearest: whitespace");
  }

  @Test
  void gate_ruleThatMustBe_cannotBeSwitchedOff() {
    assertThatThrownBy(() -> gate("rules: {required: off}"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("required");
  }

  @Test
  @Seeded
  void check_anyRecord_neverThrowsAndItsProductPassesUnchanged(RandomGenerator random) {
    QualityGate gate = gate("");
    for (int i = 0; i < 3_000; i++) {
      if (gate.check(record(Dirt.record(random))) instanceof Outcome.Accepted accepted) {
        Product product = accepted.product();
        Outcome again = gate.check(json(product));
        assertThat(again).as("%s", product).isInstanceOf(Outcome.Accepted.class);
        assertThat(((Outcome.Accepted) again).product()).isEqualTo(product);
        assertThat(((Outcome.Accepted) again).findings())
            .filteredOn(finding -> finding.severity() == Severity.REPAIR)
            .isEmpty();
      }
    }
  }

  private static SourceRecord json(Product product) {
    return io.xunbao.indexer.catalog.RecordReplay.parse(
        AT, ProductJson.write(product), false, List.of(), ProductMapping.identity());
  }

  private static Outcome check(Map<String, Object> fields) {
    return gate("").check(record(fields));
  }

  private static SourceRecord record(Map<String, Object> fields) {
    return new SourceRecord(AT, fields.toString(), fields);
  }

  private static QualityGate gate(String rules) {
    String yaml =
        """
        fields: {id: id, title: title, brand: brand, category: category, price: price, shop: shop,
          description: description, stock: stock, status: status, updatedAt: updatedAt}
        """;
    ProductMapping mapping =
        rules.isEmpty() ? ProductMapping.identity() : ProductMapping.parse(yaml + rules, "m.yaml");
    return new QualityGate(mapping, Rules.standard(InstantSource.fixed(NOW)));
  }
}
