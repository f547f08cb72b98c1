package io.xunbao.queryapi;

import io.xunbao.queryapi.SearchAnswer.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times the stages of one answer. */
final class Stopwatch {
  private final List<Timing> timings = new ArrayList<>();
  private long last = System.nanoTime();

  /** Ends a stage; what comes now is the next one. */
  void lap(String stage) {
    long now = System.nanoTime();
    timings.add(new Timing(stage, Duration.ofNanos(now - last)));
    last = now;
  }

  List<Timing> timings() {
    return timings;
  }
}
