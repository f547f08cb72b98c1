package io.xunbao.flinkjobs.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineLogTest {
  @TempDir Path folder;

  @Test
  void openAt_committedLength_cutsWhatCameAfter() throws IOException {
    Path file = folder.resolve("gen-1/quarantine.jsonl");
    long committed;
    try (QuarantineLog log = QuarantineLog.openAt(file, 0)) {
      log.append("{\"one\":1}");
      log.sync();
      committed = log.length();
      log.append("{\"lost in the crash\":1}");
      log.sync();
    }
    try (QuarantineLog log = QuarantineLog.openAt(file, committed)) {
      log.append("{\"二\":2}");
      log.sync();
      assertThat(log.length()).isEqualTo(Files.size(file));
    }
    assertThat(Files.readAllLines(file)).containsExactly("{\"one\":1}", "{\"二\":2}");
  }

  @Test
  void append_lineBeyondTheBuffer_isKeptInOrder() throws IOException {
    Path file = folder.resolve("quarantine.jsonl");
    try (QuarantineLog log = QuarantineLog.openAt(file, 0)) {
      log.append("a");
      log.append("b".repeat(200_000));
      log.append("c");
      log.sync();
    }
    assertThat(Files.readAllLines(file)).containsExactly("a", "b".repeat(200_000), "c");
  }

  @Test
  void openAt_fileThatIsTooShort_isRefused() {
    assertThatThrownBy(() -> QuarantineLog.openAt(folder.resolve("q.jsonl"), 10))
        .hasMessageContaining("was it edited?");
  }
}
