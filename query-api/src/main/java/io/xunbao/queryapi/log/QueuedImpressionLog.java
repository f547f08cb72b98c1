package io.xunbao.queryapi.log;

import io.xunbao.ranker.feedback.Impression;
import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands impressions over to a writer that may be slow or away, by a thread of its own and a queue
 * of bounded length. What does not fit is dropped and counted.
 */
public final class QueuedImpressionLog implements ImpressionLog, Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(QueuedImpressionLog.class);
  private static final Duration WAIT = Duration.ofMillis(100);
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final BlockingQueue<Impression> queue;
  private final Writer writer;
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;

  /** Writes one impression where it lasts. */
  @FunctionalInterface
  public interface Writer {
    /**
     * Writes and may take its time.
     *
     * @throws Exception when it cannot; the impression is then lost and counted
     */
    void write(Impression impression) throws Exception;
  }

  /**
   * @param length of the queue
   */
  public QueuedImpressionLog(int length, Writer writer) {
    this.queue = new ArrayBlockingQueue<>(length);
    this.writer = writer;
    this.thread = Thread.ofPlatform().name("impressions").daemon().start(this::drain);
  }

  @Override
  public void write(Impression impression) {
    if (!queue.offer(impression)) {
      dropped.incrementAndGet();
    }
  }

  private void drain() {
    try {
      while (!closed || !queue.isEmpty()) {
        Impression next = queue.poll(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        if (next != null) {
          pass(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(Impression impression) throws InterruptedException {
    try {
      writer.write(impression);
    } catch (InterruptedException stop) {
      throw stop;
    } catch (Exception lost) {
      if (failed.getAndIncrement() == 0) {
        LOG.warn("impressions cannot be written; further failures are only counted", lost);
      }
    }
  }

  @Override
  public long lost() {
    return dropped() + failed();
  }

  /** Impressions for which there was no room. */
  public long dropped() {
    return dropped.get();
  }

  /** Impressions that the writer could not write. */
  public long failed() {
    return failed.get();
  }

  /** Writes what is waiting, for a moment only where the writer is slow or away, and ends. */
  @Override
  public void close() {
    closed = true;
    try {
      if (!thread.join(FAREWELL)) {
        thread.interrupt();
        dropped.addAndGet(queue.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
