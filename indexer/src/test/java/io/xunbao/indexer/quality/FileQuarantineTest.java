package io.xunbao.indexer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileQuarantineTest extends QuarantineContract {
  @TempDir Path folder;

  @Override
  Quarantine open() throws IOException {
    return FileQuarantine.append(folder.resolve("sub/quarantine.jsonl"));
  }

  @Test
  @Seeded
  void append_fileOfAnEarlierRun_keepsItsRecords(RandomGenerator random) throws IOException {
    QuarantineRecord first = QuarantineContract.record(1, random);
    QuarantineRecord second = QuarantineContract.record(2, random);
    try (Quarantine quarantine = open()) {
      quarantine.add(first);
    }
    try (Quarantine quarantine = open()) {
      quarantine.add(second);
      assertThat(quarantine.records()).containsExactly(first, second);
    }
  }

  @Test
  @Seeded
  void append_lastLineTornByACrash_isReplaced(RandomGenerator random) throws IOException {
    List<QuarantineRecord> records =
        List.of(QuarantineContract.record(1, random), QuarantineContract.record(2, random));
    try (Quarantine quarantine = open()) {
      quarantine.add(records.get(0));
      quarantine.add(records.get(1));
    }
    Path file = folder.resolve("sub/quarantine.jsonl");
    byte[] whole = Files.readAllBytes(file);
    int firstLine = QuarantineJson.write(records.get(0)).getBytes("UTF-8").length + 1;
    Files.write(file, Arrays.copyOf(whole, firstLine + random.nextInt(whole.length - firstLine)));

    try (Quarantine quarantine = open()) {
      quarantine.add(records.get(1));
      assertThat(quarantine.records()).isEqualTo(records);
    }
  }

  @Test
  void read_lineThatIsNoRecord_namesIt() throws IOException {
    Path file = Files.writeString(folder.resolve("q.jsonl"), "\n{\"source\":\"x\"}\n");

    assertThatThrownBy(() -> FileQuarantine.read(file)).hasMessageContaining("q.jsonl:2");
  }
}
