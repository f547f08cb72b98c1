package io.xunbao.indexer.snapshot;

import java.util.concurrent.atomic.AtomicLong;

/** Counts steps on the disk and ends the process, without any clean-up, before a chosen one. */
final class Steps {
  static final int HALTED = 77;

  private final long last;
  private final AtomicLong taken = new AtomicLong();

  /**
   * @param last how many steps to survive; -1 for all
   */
  Steps(long last) {
    this.last = last;
  }

  void step() {
    if (taken.getAndIncrement() == last) {
      Runtime.getRuntime().halt(HALTED);
    }
  }
}
