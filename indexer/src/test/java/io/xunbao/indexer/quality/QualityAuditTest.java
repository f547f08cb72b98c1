package io.xunbao.indexer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.indexer.catalog.BrokenSourceException;
import io.xunbao.indexer.catalog.MappingException;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.ProductStatus;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourcePosition;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.quality.QualityReport.CategoryPrices;
import io.xunbao.indexer.quality.QualityReport.RuleCount;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityAuditTest {
  @TempDir Path folder;

  @Test
  void sums_recordsThatDoNotAddUp_failLoudly() {
    assertThatThrownBy(() -> new RecordSums(10, 5, 1, 1, 1, 1, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("10 in, but 6 indexed (1 of them deleted) + 3 superseded + 0");
    assertThat(new RecordSums(10, 5, 1, 1, 1, 1, 1).proof())
        .isEqualTo("10 records in = 6 indexed + 3 superseded + 1 quarantined");
  }

  @Test
  @Seeded
  void sums_anyOrderOfVersions_areThoseOfAPlainMap(RandomGenerator random) {
    QualityAudit audit = new QualityAudit(50);
    Map<String, Product> latest = new HashMap<>();
    Set<Product> seen = new HashSet<>();
    long[] expected = new long[3]; // late, replaced, duplicates
    for (int i = 0; i < 4_000; i++) {
      Product product = version(random);
      Product known = latest.get(product.id());
      if (!seen.add(product)) {
        expected[2]++;
      } else if (known == null) {
        latest.put(product.id(), product);
      } else if (product.updatedAt().isBefore(known.updatedAt())) {
        expected[0]++;
      } else {
        expected[1]++;
        latest.put(product.id(), product);
      }
      audit.add(new SourcePosition("s", i), new Outcome.Accepted(product, List.of()));
    }
    long deleted =
        latest.values().stream().filter(p -> p.status() == ProductStatus.DELETED).count();

    assertThat(audit.sums())
        .isEqualTo(
            new RecordSums(
                4_000, latest.size() - deleted, deleted, expected[0], expected[1], expected[2], 0));
  }

  @Test
  @Seeded
  void sums_anyBytesIn_addUpAndNothingButTheNamedFailuresIsThrown(RandomGenerator random)
      throws IOException {
    for (int round = 0; round < 60; round++) {
      String suffix = List.of(".csv", ".tsv", ".jsonl").get(random.nextInt(3));
      Path file = folder.resolve("any" + round + suffix);
      Files.write(file, bytes(random, suffix));
      QualityAudit audit = new QualityAudit();
      long read = 0;
      try (RecordReader reader = RecordReader.open(file, mapping(suffix))) {
        QualityGate gate = QualityGate.of(mapping(suffix));
        for (SourceRecord record; (record = reader.next()) != null; ) {
          read++;
          audit.add(record.position(), gate.check(record));
        }
      } catch (MappingException | BrokenSourceException named) {
        assertThat(named).hasMessageContaining(file.toString());
      }
      RecordSums sums = audit.sums();
      assertThat(sums.recordsIn()).isEqualTo(read);
      assertThat(sums.indexed() + sums.superseded() + sums.quarantined()).isEqualTo(read);
      assertThat(audit.report().sums()).isEqualTo(sums);
    }
  }

  @Test
  void report_rules_countRepairsWarningsAndRefusals() {
    QualityAudit audit = new QualityAudit();
    SourcePosition at = new SourcePosition("s", 3);
    Finding repair = new Finding("html", Severity.REPAIR, "title", "<b>", "title had HTML");
    Finding warning = new Finding("html", Severity.WARNING, "title", "<b>", "title has HTML");
    audit.add(at, new Outcome.Accepted(product("1", 100), List.of(repair, warning)));
    audit.add(
        at,
        new Outcome.Quarantined(
            new QuarantineRecord(at, "raw", "html", "title", "<b>", "title x", List.of())));

    RuleCount html = audit.report().rules().getFirst();

    assertThat(html.repairs()).isEqualTo(1);
    assertThat(html.warnings()).isEqualTo(1);
    assertThat(html.quarantined()).isEqualTo(1);
    assertThat(html.meaning()).isNotEmpty();
    assertThat(html.samples()).hasSize(3);
    assertThat(audit.report().sources()).containsExactly(new QualityReport.Source("s", 2, 1));
  }

  @Test
  void report_priceFarFromItsCategory_isFound() {
    QualityAudit audit = new QualityAudit();
    for (int i = 0; i < 100; i++) {
      accept(audit, product("p" + i, 9_000 + 20L * i));
    }
    accept(audit, product("dear", 99_999_900));
    accept(audit, product("cheap", 100));

    CategoryPrices prices = audit.report().prices().getFirst();

    assertThat(prices.odd()).isEqualTo(2);
    assertThat(prices.samples()).extracting("id").containsExactlyInAnyOrder("dear", "cheap");
    assertThat(prices.median()).isBetween(9_900L, 10_100L);
  }

  @Test
  void report_nearlyTheSameTitles_areGrouped() {
    QualityAudit audit = new QualityAudit();
    String title = "自然堂雪域精粹纯粹滋润霜补水保湿滋润水润面霜专柜正品";
    accept(audit, titled("a", title));
    accept(audit, titled("b", title + "新"));
    accept(audit, titled("c", title));
    accept(audit, titled("d", "完全不同的商品标题用于测试近似重复的算法"));

    QualityReport.TitleDuplicates titles = audit.report().titles();

    assertThat(titles.clusters()).isEqualTo(1);
    assertThat(titles.clustered()).isEqualTo(3);
    assertThat(titles.sameTitle()).isEqualTo(1);
    assertThat(titles.largest().getFirst().members())
        .extracting("id")
        .containsExactly("a", "b", "c");
  }

  @Test
  void report_nameThatIsBrandAndCategory_isNamed() {
    QualityAudit audit = new QualityAudit();
    accept(audit, product("1", 100, "汉服", "Apple"));
    accept(audit, product("2", 100, "Apple", "汉尚华莲"));

    assertThat(audit.report().swapped())
        .containsExactly(new QualityReport.SwappedName("Apple", 1, 1));
  }

  @Test
  void report_productsBeyondTheDetail_areStillInTheSums() {
    QualityAudit audit = new QualityAudit(10);
    for (int i = 0; i < 1_000; i++) {
      accept(audit, product("p" + i, 100));
    }
    assertThat(audit.report().sums().indexed()).isEqualTo(1_000);
    assertThat(audit.report().examined()).isEqualTo(10);
  }

  private static ProductMapping mapping(String suffix) {
    return suffix.equals(".jsonl")
        ? ProductMapping.identity()
        : ProductMapping.parse("fields: {id: id, title: title, price: price}", "m.yaml");
  }

  private static byte[] bytes(RandomGenerator random, String suffix) {
    if (random.nextInt(5) == 0) {
      byte[] noise = new byte[random.nextInt(5_000)];
      random.nextBytes(noise);
      return noise;
    }
    String delimiter = suffix.equals(".tsv") ? "\t" : ",";
    StringBuilder text = new StringBuilder();
    text.append(suffix.equals(".jsonl") ? "" : String.join(delimiter, "id", "title", "price\n"));
    for (int i = random.nextInt(300); i > 0; i--) {
      String title = Dirt.text(random);
      text.append(
          suffix.equals(".jsonl")
              ? String.format(
                  Locale.ROOT, "{\"id\":\"%d\",\"title\":\"%s\"}\n", random.nextInt(50), title)
              : random.nextInt(50) + delimiter + title + delimiter + random.nextInt(9) + "\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(20); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static Product version(RandomGenerator random) {
    Instant at = Instant.ofEpochSecond(1_700_000_000 + random.nextInt(5));
    ProductStatus status = random.nextInt(4) == 0 ? ProductStatus.DELETED : ProductStatus.ON_SALE;
    return TestProduct.of("p" + random.nextInt(300), "title " + random.nextInt(3))
        .status(status)
        .updatedAt(at)
        .build();
  }

  private static void accept(QualityAudit audit, Product product) {
    audit.add(new SourcePosition("s", 1), new Outcome.Accepted(product, List.of()));
  }

  private static Product product(String id, long fen) {
    return product(id, fen, "面霜", null);
  }

  private static Product product(
      String id, long fen, String category, @org.jspecify.annotations.Nullable String brand) {
    return TestProduct.of(id, "title of " + id)
        .brand(brand)
        .category(category)
        .priceFen(fen)
        .build();
  }

  private static Product titled(String id, String title) {
    return TestProduct.of(id, title).build();
  }
}
