package io.xunbao.indexer.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableRecordsTest {
  @TempDir Path folder;

  @Test
  void next_quotedField_keepsDelimiterQuoteAndLineBreak() throws IOException {
    List<SourceRecord> records = read("id,title,price\n1,\"a,b\"\"c\"\"\nd\",5\n2,e,6\n");

    assertThat(records).hasSize(2);
    assertThat(records.get(0).fields()).containsEntry("title", "a,b\"c\"\nd");
    assertThat(records.get(0).raw()).isEqualTo("1,\"a,b\"\"c\"\"\nd\",5");
    assertThat(records.get(0).position().record()).isEqualTo(2);
    assertThat(records.get(1).position().record()).isEqualTo(4);
  }

  @Test
  void next_quoteInsideUnquotedField_isText() throws IOException {
    assertThat(titles(read("id,title,price\n1,27\" screen,5\n"))).containsExactly("27\" screen");
  }

  @Test
  void next_tsv_knowsNoQuotes() throws IOException {
    Path file = write("id\ttitle\tprice\n1\t\"27\n2\tb\"\t\n", "x.tsv");
    List<SourceRecord> records = read(file, Mappings.table("tsv"));

    assertThat(records.get(0).defect()).isNotNull();
    assertThat(records.get(0).defect().rule()).isEqualTo(RecordDefect.COLUMN_COUNT);
    assertThat(records.get(1).fields()).containsEntry("title", "b\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000,\"broken,5", // never closed
        "1000,\"bro\"ken,5", // text after the closing quote
        "1000,title,\"5", // opens in the last column
        "\"1000,title,5", // opens in the first
        "1000,a,b,c", // a column too many
        "1000" // two too few
      })
  void next_brokenLine1000_costsThatLineAlone(String broken) throws IOException {
    StringBuilder csv = new StringBuilder("id,title,price\n");
    for (int line = 2; line <= 3000; line++) {
      csv.append(line == 1000 ? broken : line + ",\"t\"\"" + line + "\",7").append('\n');
    }
    List<SourceRecord> records = read(csv.toString());

    assertThat(records).hasSize(2999);
    List<SourceRecord> refused = records.stream().filter(r -> r.defect() != null).toList();
    assertThat(refused).hasSize(1);
    assertThat(refused.getFirst().position().record()).isEqualTo(1000);
    assertThat(refused.getFirst().raw()).isEqualTo(broken);
  }

  @Test
  void next_brokenQuoteClosedByQuoteOfLaterRow_costsOneLine() throws IOException {
    // The quote that opens in row 1 is closed by the inch mark of row 3, and the columns add up.
    List<SourceRecord> records =
        read("id,title,price\n0,a,4\n1,\"open,5\n2,b,6\n3,screen 27\",7\n4,d,8\n");

    assertThat(titles(records)).containsExactly("a", "b", "screen 27\"", "d");
    assertThat(records).hasSize(5);
  }

  @Test
  void next_quoteOpenBeyondTheLimit_costsOneLine() throws IOException {
    StringBuilder csv = new StringBuilder("id,title\n1,\"open\n");
    for (int i = 0; i < 2 * TableRecords.MAX_LINES; i++) {
      csv.append(i).append(",two columns are too few to tell\n");
    }
    Path file = write(csv.toString(), "x.csv");
    ProductMapping two = ProductMapping.parse("fields: {id: id, title: title}", "m");

    List<SourceRecord> records = read(file, two);

    assertThat(records).hasSize(2 * TableRecords.MAX_LINES + 1);
    assertThat(records.stream().filter(r -> r.defect() != null)).hasSize(1);
  }

  @Test
  @Seeded
  void next_anyTableWrittenByTheRules_comesBack(RandomGenerator random) throws IOException {
    List<List<String>> rows = CsvText.rows(random, 200);
    List<SourceRecord> records = read("id,title,price\n" + CsvText.write(rows, random));

    assertThat(records).allSatisfy(record -> assertThat(record.defect()).isNull());
    assertThat(records.stream().map(r -> List.copyOf(r.fields().values())).toList())
        .isEqualTo(rows);
  }

  @Test
  @Seeded
  void next_anyStrayQuote_losesOnlyTheRowItIsIn(RandomGenerator random) throws IOException {
    for (int round = 0; round < 50; round++) {
      List<List<String>> rows = CsvText.singleLineRows(random, 60);
      List<String> lines = new ArrayList<>(CsvText.write(rows, random).lines().toList());
      int broken = random.nextInt(lines.size());
      String line = lines.get(broken);
      int at = random.nextInt(line.length() + 1);
      lines.set(broken, line.substring(0, at) + '"' + line.substring(at));

      List<SourceRecord> records = read("id,title,price\n" + String.join("\n", lines) + "\n");

      Set<List<Object>> sound = new HashSet<>();
      records.stream()
          .filter(r -> r.defect() == null)
          .forEach(r -> sound.add(List.copyOf(r.fields().values())));
      for (int i = 0; i < rows.size(); i++) {
        if (i != broken) {
          assertThat(sound)
              .as("row %d after a quote in row %d: %s", i, broken, lines.get(broken))
              .contains(List.copyOf(rows.get(i)));
        }
      }
      assertThat(records).hasSize(rows.size());
    }
  }

  private List<SourceRecord> read(String csv) throws IOException {
    return read(write(csv, "x.csv"), Mappings.table("csv"));
  }

  private static List<SourceRecord> read(Path file, ProductMapping mapping) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    try (RecordReader reader = RecordReader.open(file, mapping)) {
      for (SourceRecord record; (record = reader.next()) != null; ) {
        records.add(record);
      }
    }
    return records;
  }

  private static List<Object> titles(List<SourceRecord> records) {
    return records.stream()
        .filter(record -> record.defect() == null)
        .map(record -> record.fields().get("title"))
        .toList();
  }

  private Path write(String text, String name) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
