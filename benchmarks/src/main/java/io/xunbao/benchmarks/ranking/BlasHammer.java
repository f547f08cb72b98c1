package io.xunbao.benchmarks.ranking;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.TunedBlas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Eight threads call one BLAS backend at once, for so many seconds each backend, and every inner
 * product that comes back is compared with plain Java's. Ends with 1 where one differs: {@code
 * ranking.BlasHammer [SECONDS]}.
 */
public final class BlasHammer {
  private static final int THREADS = 8;
  private static final int SECONDS = 60;
  private static final int[] COLUMNS = {128, 128, 100, 37, 1};

  private BlasHammer() {}

  /** Prints a line a backend. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    Duration each = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : SECONDS);
    List<KnownProducts> blocks = new ArrayList<>();
    for (int i = 0; i < COLUMNS.length; i++) {
      blocks.add(new KnownProducts(COLUMNS[i], i));
    }
    List<Blas> backends = new ArrayList<>(TunedBlas.backends());
    backends.add(TunedBlas.start());
    System.out.printf(
        Locale.ROOT,
        "%d threads, %d s a backend%n%-12s %12s %16s %12s   %s%n",
        THREADS,
        each.toSeconds(),
        "backend",
        "calls",
        "products",
        "differences",
        "largest error relative to the lengths of both vectors");
    long differences = 0;
    for (Blas backend : backends) {
      Compared all = hammer(backend, blocks, each);
      differences += all.differences();
      System.out.printf(
          Locale.ROOT,
          "%-12s %,12d %,16d %,12d   %.1e%n",
          backend.name(),
          all.calls(),
          all.products(),
          all.differences(),
          all.largestError());
    }
    System.exit(differences == 0 ? 0 : 1);
  }

  private static Compared hammer(Blas backend, List<KnownProducts> blocks, Duration each)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + each.toNanos();
    List<Callable<Compared>> tasks = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      SplittableRandom random = new SplittableRandom(i);
      tasks.add(
          () -> {
            float[] out = new float[KnownProducts.MOST_PRODUCTS];
            Compared mine = Compared.NOTHING;
            while (System.nanoTime() < end) {
              KnownProducts block = blocks.get(random.nextInt(blocks.size()));
              mine = mine.plus(block.call(backend, random, out));
            }
            return mine;
          });
    }
    Compared all = Compared.NOTHING;
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Compared> thread : threads.invokeAll(tasks)) {
        all = all.plus(thread.get());
      }
    }
    return all;
  }

  /**
   * What was compared.
   *
   * @param largestError the largest |product - plain Java's| / (length of one vector x length of
   *     the other)
   */
  record Compared(long calls, long products, long differences, double largestError) {
    static final Compared NOTHING = new Compared(0, 0, 0, 0);

    Compared plus(Compared other) {
      return new Compared(
          calls + other.calls,
          products + other.products,
          differences + other.differences,
          Math.max(largestError, other.largestError));
    }
  }
}
