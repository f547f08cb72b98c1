package io.xunbao.flinkjobs.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildPlanTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("p.jsonl"), "{\"id\":\"a\",\"title\":\"t\"}\n");
  }

  @Test
  void make_emptyIndex_beginsTheFirstGeneration() throws IOException {
    BuildPlan plan = BuildPlan.make(request(2, false));
    assertThat(plan.resumed()).isFalse();
    assertThat(plan.generation().id()).isEqualTo("gen-1");
    assertThat(plan.generation().shards()).isEqualTo(2);
  }

  @Test
  void make_halfBuiltFromTheSameInputs_goesOn() throws IOException {
    BuildPlan first = BuildPlan.make(request(2, false));
    BuildPlan second = BuildPlan.make(request(2, false));
    assertThat(second).isEqualTo(new BuildPlan(first.generation(), true));
  }

  @Test
  void make_halfBuiltFromOtherInputs_isRefusedWithTheWaysOut() throws IOException {
    BuildPlan.make(request(2, false));
    Files.writeString(file, "{\"id\":\"b\",\"title\":\"t\"}\n");
    assertThatThrownBy(() -> BuildPlan.make(request(2, false)))
        .isInstanceOf(BuildRefusedException.class)
        .hasMessageContaining("run it again with what it began with")
        .hasMessageContaining("--restart to throw it away");
  }

  @Test
  void make_halfBuiltWithOtherShards_saysSo() throws IOException {
    BuildPlan.make(request(2, false));
    assertThatThrownBy(() -> BuildPlan.make(request(3, false)))
        .hasMessageContaining("with 2 shards, not 3");
  }

  @Test
  void make_restart_throwsTheHalfAway() throws IOException {
    BuildPlan.make(request(2, false));
    Files.writeString(file, "{\"id\":\"b\",\"title\":\"t\"}\n");
    BuildPlan plan = BuildPlan.make(request(3, true));
    assertThat(plan.resumed()).isFalse();
    assertThat(index().generations()).containsExactly(plan.generation());
  }

  private BuildRequest request(int shards, boolean restart) {
    return new BuildRequest(
        index(),
        List.of(ProductFile.of(file, null)),
        shards,
        restart,
        Duration.ofSeconds(1),
        false,
        1);
  }

  private IndexDirectory index() {
    return IndexDirectory.at(folder.resolve("index"));
  }
}
