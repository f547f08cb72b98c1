package io.xunbao.queryapi.log;

import io.xunbao.ranker.feedback.Impression;
import java.util.ArrayList;
import java.util.List;

/** Keeps the newest impressions within the process. */
public final class MemoryImpressionLog implements ImpressionLog {
  private final int most;
  private final List<Impression> kept = new ArrayList<>();

  /**
   * @param most impressions that are kept
   */
  public MemoryImpressionLog(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be >= 1, got " + most);
    }
    this.most = most;
  }

  @Override
  public synchronized void write(Impression impression) {
    if (kept.size() == most) {
      kept.removeFirst();
    }
    kept.add(impression);
  }

  /** What is kept, the oldest first. */
  public synchronized List<Impression> impressions() {
    return List.copyOf(kept);
  }
}
