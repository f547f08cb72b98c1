package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTextsTest {
  @TempDir Path folder;

  @Test
  void read_lines_keepTheirOrder() throws IOException {
    assertThat(QueryTexts.read(file("2\t裙\n\n1\t手机\n")).byId())
        .containsExactly(Map.entry("2", "裙"), Map.entry("1", "手机"));
  }

  @Test
  void read_lineWithoutTab_isNamed() throws IOException {
    Path broken = file("1\t裙\n\nno tab\n");
    assertThatThrownBy(() -> QueryTexts.read(broken)).hasMessageContaining("q.tsv:3");
  }

  @Test
  void read_noQuery_isRefused() throws IOException {
    Path empty = file("\n");
    assertThatThrownBy(() -> QueryTexts.read(empty)).hasMessageContaining("must hold a query");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("q.tsv"), text);
  }
}
