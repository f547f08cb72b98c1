package io.xunbao.indexer.search;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/** The moment at which a search stops looking and answers with what it has. */
public final class Deadline implements QueryTimeout {
  private final long endNanos;
  private final boolean bounded;

  private Deadline(long endNanos, boolean bounded) {
    this.endNanos = endNanos;
    this.bounded = bounded;
  }

  /** A deadline that starts to run now. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos(), true);
  }

  /** Never passes: for batches, where a whole answer matters more than a fast one. */
  public static Deadline none() {
    return new Deadline(0, false);
  }

  /** Whether the time is up. */
  public boolean passed() {
    return bounded && System.nanoTime() - endNanos >= 0;
  }

  @Override
  public boolean shouldExit() {
    return passed();
  }
}
