package io.xunbao.indexer.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LineSourceTest {
  @Test
  void next_lineEndsOfBothKinds_areCut() throws IOException {
    assertThat(texts(lines("a\r\nb\n\nc".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("a", "b", "", "c");
  }

  @Test
  void next_byteOrderMark_isNotPartOfTheFirstLine() throws IOException {
    assertThat(texts(lines("\uFEFFid\nx".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("id", "x");
  }

  @Test
  void next_invalidUtf8_spoilsThatLineAndSaysWhere() throws IOException {
    List<Line> lines = lines(new byte[] {'o', 'k', '\n', 'a', '\\', (byte) 0xFF, 'b', '\n', 'z'});

    assertThat(lines).hasSize(3);
    assertThat(lines.get(1).text()).isEqualTo("a\\\\\\xFFb");
    assertThat(lines.get(1).defect()).isNotNull();
    assertThat(lines.get(1).defect().rule()).isEqualTo(RecordDefect.INVALID_ENCODING);
    assertThat(lines.get(1).defect().value()).isEqualTo("\\xFF at byte 2");
    assertThat(lines.get(2).text()).isEqualTo("z");
  }

  @Test
  void next_replacementCharacterOfTheSource_isSound() throws IOException {
    List<Line> lines = lines("a\uFFFDb".getBytes(StandardCharsets.UTF_8));

    assertThat(lines.getFirst().defect()).isNull();
    assertThat(lines.getFirst().text()).isEqualTo("a\uFFFDb");
  }

  @Test
  void next_gb18030_isDecodedAndItsInvalidBytesAreFound() throws IOException {
    Charset gb = Charset.forName("GB18030");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("连衣裙😀\n".getBytes(gb));
    bytes.writeBytes(new byte[] {(byte) 0xFF, '\n'});
    List<Line> lines = lines(bytes.toByteArray(), gb);

    assertThat(lines.get(0).text()).isEqualTo("连衣裙😀");
    assertThat(lines.get(1).defect()).isNotNull();
  }

  @Test
  void next_lineBeyondTheLimit_isRefusedAndTheNextIsRead() throws IOException {
    byte[] bytes = new byte[LineSource.MAX_LINE_BYTES + 100_000];
    java.util.Arrays.fill(bytes, (byte) 'x');
    bytes[bytes.length - 2] = '\n';
    bytes[bytes.length - 1] = 'y';
    List<Line> lines = lines(bytes);

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).defect()).isNotNull();
    assertThat(lines.get(0).defect().rule()).isEqualTo(RecordDefect.LINE_TOO_LONG);
    assertThat(lines.get(0).text().length()).isLessThan(2_000);
    assertThat(lines.get(1).text()).isEqualTo("y");
  }

  @Test
  @Seeded
  void next_anyText_comesBackLineByLine(RandomGenerator random) throws IOException {
    List<String> written = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      String line = "行".repeat(random.nextInt(random.nextInt(20) == 0 ? 40_000 : 30)) + i;
      written.add(line);
      text.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
    }
    assertThat(texts(lines(text.toString().getBytes(StandardCharsets.UTF_8)))).isEqualTo(written);
  }

  private static List<Line> lines(byte[] bytes) throws IOException {
    return lines(bytes, StandardCharsets.UTF_8);
  }

  private static List<Line> lines(byte[] bytes, Charset charset) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (LineSource source =
        new LineSource(new ByteArrayInputStream(bytes), new LineDecoder(charset))) {
      for (Line line; (line = source.next()) != null; ) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }
}
