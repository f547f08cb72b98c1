package io.xunbao.ranker.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Eight threads on one backend at once get what plain Java gets. A second in the build; {@code
 * -Dxunbao.hammer.seconds=60} for the long run.
 */
class BlasHammerTest {
  private static final int THREADS = 8;

  static List<Blas> backends() {
    return new BlasBackends(BlasBackends.all()).working();
  }

  @ParameterizedTest
  @MethodSource("backends")
  void gemm_eightThreads_agreeWithPlainJava(Blas backend) throws Exception {
    long end =
        System.nanoTime()
            + Duration.ofSeconds(Integer.getInteger("xunbao.hammer.seconds", 1)).toNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Hammering>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int seed = i;
        tasks.add(() -> hammer(backend, seed, end));
      }
      for (Future<Hammering> result : threads.invokeAll(tasks)) {
        assertThat(result.get().difference()).as(backend.name()).isEmpty();
        assertThat(result.get().rounds()).as("rounds of a thread").isPositive();
      }
    }
  }

  private record Hammering(Optional<String> difference, long rounds) {}

  private static Hammering hammer(Blas backend, int seed, long end) {
    BlasCheck check = new BlasCheck(new SplittableRandom(seed));
    long rounds = 0;
    Optional<String> difference = Optional.empty();
    while (difference.isEmpty() && System.nanoTime() < end) {
      difference = check.difference(backend, 20);
      rounds += 20;
    }
    return new Hammering(difference, rounds);
  }
}
