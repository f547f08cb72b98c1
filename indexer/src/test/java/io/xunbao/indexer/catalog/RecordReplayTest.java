package io.xunbao.indexer.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReplayTest {
  private static final SourcePosition AT = new SourcePosition("x.csv", 7);
  private static final List<String> HEADER = List.of("id", "title", "price");

  @Test
  void parse_mendedCsvLine_isARecordAtItsOldPlace() {
    SourceRecord record =
        RecordReplay.parse(AT, "1,\"mended\nnow\",5", false, HEADER, Mappings.table("csv"));

    assertThat(record.defect()).isNull();
    assertThat(record.position()).isEqualTo(AT);
    assertThat(record.fields()).containsEntry("title", "mended\nnow");
  }

  @Test
  void parse_stillBroken_hasADefect() {
    assertThat(RecordReplay.parse(AT, "1,\"a", false, HEADER, Mappings.table("csv")).defect())
        .isNotNull();
    assertThat(RecordReplay.parse(AT, "", false, HEADER, Mappings.table("csv")).defect())
        .isNotNull();
    assertThat(
            RecordReplay.parse(AT, "1,a,2\n2,b,3", false, HEADER, Mappings.table("csv")).defect())
        .isNotNull();
  }

  @Test
  void parse_lineInAnotherCharset_isReadOnceTheMappingNamesIt(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("x.csv");
    Charset gbk = Charset.forName("GBK");
    Files.write(file, "id,title,price\n1,连衣裙\\n,5\n".getBytes(gbk));
    SourceRecord refused;
    try (RecordReader reader = RecordReader.open(file, Mappings.table("csv"))) {
      refused = reader.next();
    }
    assertThat(refused).isNotNull();
    assertThat(refused.defect()).isNotNull();

    SourceRecord again =
        RecordReplay.parse(
            refused.position(), refused.raw(), true, HEADER, Mappings.table("csv", "charset: GBK"));

    assertThat(again.defect()).isNull();
    assertThat(again.fields()).containsEntry("title", "连衣裙\\n");
  }
}
