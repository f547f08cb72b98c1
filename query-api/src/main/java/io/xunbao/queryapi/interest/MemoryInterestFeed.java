package io.xunbao.queryapi.interest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A feed within the process: what is written here is read here. Any thread may write. */
public class MemoryInterestFeed implements InterestFeed {
  private static final int PARTITION = 0;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final List<Update> log = new ArrayList<>();
  private int next;

  /** Appends a message. */
  public void write(String owner, @Nullable String value) {
    lock.lock();
    try {
      log.add(new Update(owner, value));
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean start(Map<Integer, Long> from) {
    lock.lock();
    try {
      next = Math.toIntExact(from.getOrDefault(PARTITION, 0L));
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Update> poll(Duration wait) {
    lock.lock();
    try {
      long nanos = wait.toNanos();
      while (next >= log.size() && nanos > 0) {
        nanos = written.awaitNanos(nanos);
      }
      List<Update> updates = List.copyOf(log.subList(Math.min(next, log.size()), log.size()));
      next = Math.max(next, log.size());
      return updates;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long behind() {
    lock.lock();
    try {
      return log.size() - next;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean connected() {
    return true;
  }

  @Override
  public Map<Integer, Long> positions() {
    lock.lock();
    try {
      return Map.of(PARTITION, (long) next);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {}
}
