package io.xunbao.queryapi.feed;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Refuses until the feed behind it has started. */
public final class LateFeed implements Feed {
  private final AtomicReference<Waiting> waiting;
  private final AtomicReference<@Nullable Feed> feed = new AtomicReference<>();

  private record Waiting(String state, String reason) {}

  /**
   * @param state in a word
   * @param reason why nothing is taken yet, and what to do
   */
  public LateFeed(String state, String reason) {
    this.waiting = new AtomicReference<>(new Waiting(state, reason));
  }

  /** Hands all that comes from now on to a feed, and closes it in the end. */
  public void started(Feed behind) {
    feed.set(behind);
  }

  /** Says from now on why there will be none. */
  public void failed(String reason) {
    waiting.set(new Waiting("failed", reason));
  }

  @Override
  public void send(FeedStream stream, List<FeedRecord> records) throws FeedUnavailableException {
    Feed behind = feed.get();
    if (behind == null) {
      throw new FeedUnavailableException(waiting.get().reason(), null);
    }
    behind.send(stream, records);
  }

  @Override
  public String state() {
    Feed behind = feed.get();
    return behind == null ? waiting.get().state() : behind.state();
  }

  @Override
  public void close() throws IOException {
    Feed behind = feed.getAndSet(null);
    if (behind != null) {
      behind.close();
    }
  }
}
