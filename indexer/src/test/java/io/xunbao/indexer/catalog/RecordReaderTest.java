package io.xunbao.indexer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.testing.Seeded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReaderTest {
  private static final ProductMapping IDENTITY = ProductMapping.identity();

  @TempDir Path folder;

  @Test
  void open_missingFile_names_it() {
    assertThatThrownBy(() -> RecordReader.open(folder.resolve("no.csv"), IDENTITY))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("no.csv");
  }

  @Test
  void open_columnThatIsNotThere_namesTheNearest() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "id,name,title\n1,a,b\n");
    ProductMapping mapping = ProductMapping.parse("fields: {id: id, title: titel}", "m.yaml");

    assertThatThrownBy(() -> RecordReader.open(file, mapping))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("no field 'titel'")
        .hasMessageContaining("nearest: title");
  }

  @Test
  void open_jsonFieldThatNoRecordHas_namesTheNearest() throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"id\":1,\"title\":\"a\"}\n");
    ProductMapping mapping =
        ProductMapping.parse("fields: {id: id, title: title, brand: brnad}", "m.yaml");

    assertThatThrownBy(() -> RecordReader.open(file, mapping))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("no field 'brnad'")
        .hasMessageContaining("rare");
  }

  @Test
  void open_rareJsonField_mayBeMissing() throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"id\":1,\"title\":\"a\"}\n");
    String yaml = "fields: {id: id, title: title, brand: brand}\nrare: [brand]";

    assertThat(read(file, ProductMapping.parse(yaml, "m.yaml"))).hasSize(1);
  }

  @Test
  void open_unknownSuffix_saysWhatToWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("x.dat"), "");

    assertThatThrownBy(() -> RecordReader.open(file, IDENTITY)).hasMessageContaining("format: csv");
  }

  @Test
  void next_jsonThatIsBroken_isADefectAndTheRestIsRead() throws IOException {
    String deep = "{\"id\":" + "[".repeat(100_000);
    String json =
        String.format(
            Locale.ROOT,
            "{\"id\":1,\"title\":\"a\"}\n"
                + "{\"id\":2,\n"
                + "[3]\n"
                + "null\n\n"
                + "{\"id\":4} x\n"
                + "%s\n"
                + "{\"id\":5,\"title\":\"e\"}\n",
            deep);
    List<SourceRecord> records = read(Files.writeString(folder.resolve("x.jsonl"), json), IDENTITY);

    assertThat(records)
        .extracting(r -> r.position().record())
        .containsExactly(1L, 2L, 3L, 4L, 6L, 7L, 8L);
    assertThat(records.stream().filter(r -> r.defect() == null).map(r -> r.position().record()))
        .containsExactly(1L, 8L);
    assertThat(records.get(1).defect()).isNotNull();
    assertThat(records.get(1).defect().rule()).isEqualTo(RecordDefect.MALFORMED_JSON);
    assertThat(records.get(1).raw()).isEqualTo("{\"id\":2,");
  }

  @Test
  @Seeded
  void next_gzipCutAnywhere_givesWhatWasBeforeAndThenFails(RandomGenerator random)
      throws IOException {
    byte[] whole = gzip(lines(5_000, random));
    for (int round = 0; round < 20; round++) {
      int cut = 30 + random.nextInt(whole.length - 40);
      Path file = folder.resolve("cut" + round + ".jsonl.gz");
      Files.write(file, Arrays.copyOf(whole, cut));
      List<SourceRecord> before = new ArrayList<>();

      assertThatThrownBy(() -> readInto(file, IDENTITY, before))
          .isInstanceOf(BrokenSourceException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("after " + before.size() + " records")
          .extracting(failure -> ((BrokenSourceException) failure).recordsRead())
          .isEqualTo((long) before.size());
      assertThat(before).allSatisfy(record -> assertThat(record.defect()).isNull());
      assertThat(before.size()).isBetween((int) (5_000L * cut / whole.length) - 1_500, 5_000);
    }
  }

  @Test
  void open_gzThatIsNone_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl.gz"), "{\"id\":1}\n");

    assertThatThrownBy(() -> RecordReader.open(file, IDENTITY))
        .isInstanceOf(BrokenSourceException.class)
        .hasMessageContaining("no gzip file");
  }

  @Test
  @Seeded
  void skip_anyCount_goesOnWhereAnotherStopped(RandomGenerator random) throws IOException {
    Path file = folder.resolve("x.jsonl.gz");
    Files.write(file, gzip(lines(300, random)));
    List<SourceRecord> all = read(file, IDENTITY);
    int count = random.nextInt(301);
    try (RecordReader reader = RecordReader.open(file, IDENTITY)) {
      reader.skip(count);
      assertThat(reader.recordsRead()).isEqualTo(count);
      SourceRecord next = reader.next();
      assertThat(next).isEqualTo(count == 300 ? null : all.get(count));
    }
  }

  @Test
  void skip_beyondTheEnd_saysThatTheFileChanged() throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"id\":1,\"title\":\"a\"}\n");
    try (RecordReader reader = RecordReader.open(file, IDENTITY)) {
      assertThatThrownBy(() -> reader.skip(2)).hasMessageContaining("only 1 records");
    }
  }

  @Test
  void bytesRead_atTheEnd_isTheFilesSize() throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"id\":1,\"title\":\"a\"}\n");
    try (RecordReader reader = RecordReader.open(file, IDENTITY)) {
      while (reader.next() != null) {
        assertThat(reader.bytesRead()).isLessThanOrEqualTo(reader.totalBytes());
      }
      assertThat(reader.bytesRead()).isEqualTo(Files.size(file));
    }
  }

  private static String lines(int count, RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(
          String.format(Locale.ROOT, "{\"id\":%d,\"title\":\"t%d\"}\n", i, random.nextLong()));
    }
    return text.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static List<SourceRecord> read(Path file, ProductMapping mapping) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    readInto(file, mapping, records);
    return records;
  }

  private static void readInto(Path file, ProductMapping mapping, List<SourceRecord> into)
      throws IOException {
    try (RecordReader reader = RecordReader.open(file, mapping)) {
      for (SourceRecord record; (record = reader.next()) != null; ) {
        into.add(record);
      }
    }
  }
}
