package io.xunbao.queryapi.log;

import io.xunbao.ranker.feedback.Impression;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Drops and counts impressions until the log behind it has started, which it does not close. */
public final class LateImpressionLog implements ImpressionLog {
  private final AtomicReference<@Nullable ImpressionLog> log = new AtomicReference<>();
  private final AtomicLong dropped = new AtomicLong();

  /** Hands all that comes from now on to a log. */
  public void started(ImpressionLog behind) {
    log.set(behind);
  }

  @Override
  public void write(Impression impression) {
    ImpressionLog behind = log.get();
    if (behind == null) {
      dropped.incrementAndGet();
    } else {
      behind.write(impression);
    }
  }

  @Override
  public long lost() {
    ImpressionLog behind = log.get();
    return dropped.get() + (behind == null ? 0 : behind.lost());
  }
}
