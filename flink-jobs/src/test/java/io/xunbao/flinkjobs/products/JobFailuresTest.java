package io.xunbao.flinkjobs.products;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.snapshot.IndexInUseException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JobFailuresTest {
  @Test
  void explain_ownFailureInside_isShown() {
    IOException ours = new IndexInUseException(Path.of("x"), "process 1");
    Throwable wrapped =
        new RuntimeException(
            "task failed", new RuntimeException("worse", ours.initCause(new IOException("raw"))));
    assertThat(JobFailures.explain(wrapped)).isSameAs(ours);
  }

  @Test
  void explain_fullDiskInACheckpoint_saysWhatToDo() {
    Throwable wrapped =
        new RuntimeException("checkpoint", new IOException("No space left on device"));
    assertThat(JobFailures.explain(wrapped))
        .hasMessageContaining("last published snapshot is unharmed")
        .hasMessageContaining("run the same command again");
  }

  @Test
  void explain_anythingElse_namesTheInnermostCause() {
    Throwable wrapped = new RuntimeException("outer", new IllegalStateException("inner"));
    assertThat(JobFailures.explain(wrapped)).hasMessageContaining("inner");
  }
}
