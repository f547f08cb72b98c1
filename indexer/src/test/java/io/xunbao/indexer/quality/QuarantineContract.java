package io.xunbao.indexer.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.SourcePosition;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What every quarantine holds to. */
abstract class QuarantineContract {
  abstract Quarantine open() throws IOException;

  @Test
  void records_ofANewQuarantine_areNone() throws IOException {
    try (Quarantine quarantine = open()) {
      assertThat(quarantine.records()).isEmpty();
    }
  }

  @Test
  @Seeded
  void records_whateverWasAdded_comesBackInOrder(RandomGenerator random) throws IOException {
    List<QuarantineRecord> added = new ArrayList<>();
    try (Quarantine quarantine = open()) {
      for (int i = 0; i < 200; i++) {
        QuarantineRecord record = record(i, random);
        added.add(record);
        quarantine.add(record);
        if (random.nextInt(50) == 0) {
          quarantine.flush();
        }
      }
      quarantine.flush();
      assertThat(quarantine.records()).isEqualTo(added);
    }
  }

  static QuarantineRecord record(int line, RandomGenerator random) {
    String nasty = "\"\\\n\r\t\u0000\u2028中😀{}<>" + random.nextInt();
    return new QuarantineRecord(
        new SourcePosition("dir/file \"x\".csv", line),
        nasty,
        "required",
        random.nextBoolean() ? null : "title",
        random.nextBoolean() ? null : nasty,
        "title is missing",
        random.nextBoolean() ? List.of() : List.of("id", "名称"));
  }
}
