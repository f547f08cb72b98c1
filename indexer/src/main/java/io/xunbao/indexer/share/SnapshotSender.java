package io.xunbao.indexer.share;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends snapshots to a shared store beside the one who publishes them, and never holds that one up:
 * one thread, and at most one snapshot that waits. A store that is away or slow is tried again with
 * the next offer; then what is newest is sent, and those between are left out.
 */
public final class SnapshotSender implements Closeable {
  private static final long PATIENCE_SECONDS = 5;

  private final SnapshotSharing sharing;
  private final Observer observer;
  private final BlockingQueue<Boolean> offers = new ArrayBlockingQueue<>(1);
  private final Thread thread;

  /** Is told, in the sender's thread, what became of each attempt. */
  public interface Observer {
    /** The store has the served snapshot, after this was sent. */
    void sent(SnapshotSharing.Sent sent);

    /** The store has the served snapshot, and had it before. */
    void isThere();

    /** It could not be sent. */
    void failed(Exception failure);
  }

  private SnapshotSender(SnapshotSharing sharing, Observer observer) {
    this.sharing = sharing;
    this.observer = observer;
    this.thread = Thread.ofPlatform().name("share-snapshots").daemon().unstarted(this::run);
  }

  /** Starts the sender's thread, which waits for an offer. */
  public static SnapshotSender start(SnapshotSharing sharing, Observer observer) {
    SnapshotSender sender = new SnapshotSender(sharing, observer);
    sender.thread.start();
    return sender;
  }

  /** Says that a snapshot may be new, or an earlier one unsent. Returns at once. */
  public void offer() {
    if (offers.isEmpty()) {
      offers.offer(Boolean.TRUE); // One that waits already will see what is newest.
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        offers.take();
        attempt();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** A failure of any kind is told of, and the thread goes on: the next attempt may succeed. */
  private void attempt() {
    try {
      sharing.send().ifPresentOrElse(observer::sent, observer::isThere);
    } catch (IOException | RuntimeException failure) {
      observer.failed(failure);
    }
  }

  /** Ends it; an attempt that hangs in the store is left behind after five seconds. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
