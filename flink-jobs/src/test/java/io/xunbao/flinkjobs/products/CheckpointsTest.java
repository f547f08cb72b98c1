package io.xunbao.flinkjobs.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final int ROUNDS = 50;

  @TempDir Path root;

  @Test
  void remove_whileSomebodyElseRemovesThem_succeedsForBoth() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        Path folder = checkpoints(root.resolve("round-" + round));
        CountDownLatch start = new CountDownLatch(1);
        Callable<Void> removal =
            () -> {
              start.await();
              new Checkpoints(folder).remove();
              return null;
            };
        List<Future<Void>> both = new ArrayList<>();
        both.add(threads.submit(removal));
        both.add(threads.submit(removal));
        start.countDown();
        for (Future<Void> one : both) {
          one.get();
        }
        assertThat(folder).doesNotExist();
      }
    }
  }

  @Test
  void remove_nothingThere_isDone() throws IOException {
    new Checkpoints(root.resolve("none")).remove();
    assertThat(root).isEmptyDirectory();
  }

  private static Path checkpoints(Path folder) throws IOException {
    for (int checkpoint = 0; checkpoint < 8; checkpoint++) {
      Path one = Files.createDirectories(folder.resolve("job").resolve("chk-" + checkpoint));
      for (int file = 0; file < 8; file++) {
        Files.writeString(one.resolve("state-" + file), "state");
      }
    }
    return folder;
  }
}
