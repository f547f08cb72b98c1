package io.xunbao.queryapi.interest;

import io.xunbao.ranker.interest.InterestMessage;
import io.xunbao.ranker.interest.LiveInterests;
import io.xunbao.ranker.interest.ProfileSource;
import io.xunbao.ranker.interest.UserProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the feed of interests into a store, from where the last snapshot ended, and answers from
 * the store. The feed need not be there yet. A message that cannot be read is passed over and
 * counted.
 */
public final class InterestFollower implements ProfileSource, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InterestFollower.class);
  private static final Duration WAIT = Duration.ofMillis(100);

  /** Clicks, or what weighs as much, that all shoppers together must have done. */
  private static final double LEAST_PRIOR = 100;

  private static final Duration RETRY = Duration.ofMillis(500);

  private final InterestStore store;
  private final InterestFeed feed;
  private final @Nullable Path snapshot;
  private final Duration snapshotEvery;
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong unreadable = new AtomicLong();
  private final AtomicBoolean forgotten = new AtomicBoolean();
  private final Erasures erasures = new Erasures();
  private final Map<Integer, Long> from;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private volatile FollowerState state = FollowerState.STARTING;
  private volatile long behind = -1;

  private InterestFollower(
      InterestStore store, InterestFeed feed, @Nullable Path snapshot, Duration snapshotEvery) {
    this.store = store;
    this.feed = feed;
    this.snapshot = snapshot;
    this.snapshotEvery = snapshotEvery;
    this.from = restored();
    this.thread = Thread.ofPlatform().name("interests").daemon().unstarted(this::follow);
  }

  /**
   * Begins to follow, with what the snapshot has at once and the rest as it comes.
   *
   * @param store is closed with the follower
   * @param feed is closed with the follower
   * @param snapshot file for quick restarts; null for none
   */
  public static InterestFollower start(
      InterestStore store, InterestFeed feed, @Nullable Path snapshot, Duration snapshotEvery) {
    InterestFollower follower = new InterestFollower(store, feed, snapshot, snapshotEvery);
    follower.thread.start();
    return follower;
  }

  private Map<Integer, Long> restored() {
    if (snapshot == null) {
      return Map.of();
    }
    try {
      return InterestSnapshot.read(snapshot, store).orElse(Map.of());
    } catch (IOException damaged) {
      LOG.warn("interests are read anew from their topic", damaged);
      return Map.of();
    }
  }

  private void follow() {
    long written = System.nanoTime();
    try {
      while (!feed.start(from)) {
        if (stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
      while (stopped.getCount() > 0) {
        feed.poll(WAIT).forEach(this::apply);
        look();
        boolean due = System.nanoTime() - written > snapshotEvery.toNanos();
        if (due || forgotten.getAndSet(false)) {
          writeSnapshot();
          written = System.nanoTime();
        }
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException lost) {
      state = FollowerState.FAILED;
      LOG.error("interests are no longer followed; searches go on with what is known", lost);
    }
  }

  private void look() {
    behind = feed.behind();
    if (!feed.connected()) {
      state = FollowerState.AWAY;
    } else if (behind == 0) {
      state = FollowerState.FOLLOWING;
    } else if (state != FollowerState.FOLLOWING) {
      state = FollowerState.CATCHING_UP;
    }
  }

  private void apply(InterestFeed.Update update) {
    String value = update.value();
    if (value == null) {
      store.remove(update.owner());
      erasures.heard(update.owner());
    } else {
      try {
        LiveInterests interests = InterestMessage.fromJson(value).interests();
        if (erasures.admits(update.owner(), interests.at())) {
          store.put(update.owner(), interests);
        }
      } catch (IllegalArgumentException notReadable) {
        unreadable.incrementAndGet();
        LOG.warn("a message of interests cannot be read and is passed over");
      }
    }
    read.incrementAndGet();
  }

  private void writeSnapshot() {
    if (snapshot == null) {
      return;
    }
    try {
      InterestSnapshot.write(snapshot, store, feed.positions());
    } catch (IOException e) {
      LOG.warn("the snapshot of interests cannot be written; the one before stays", e);
    }
  }

  @Override
  public Optional<UserProfile> profile(String user) {
    return store.get(user).map(LiveInterests::profile);
  }

  /** Everything known of an owner. */
  public Optional<LiveInterests> interests(String owner) {
    return store.get(owner);
  }

  /** Empty while so little was done that it would tell what single shoppers did. */
  @Override
  public Optional<UserProfile> prior() {
    return profile(InterestMessage.ALL).filter(all -> weight(all) >= LEAST_PRIOR);
  }

  private static double weight(UserProfile profile) {
    return profile.lasting().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  @Override
  public boolean forgotten(String user) {
    return erasures.erased(user);
  }

  /**
   * Forgets a shopper: at once in the store, a moment later in the snapshot. Messages about what
   * they did before that are on their way are passed over. The streams have to be told as well, or
   * what they keep comes back with the shopper's next event.
   *
   * @param at when the shopper said so: what they do later counts again
   * @return whether anything was known
   */
  public boolean forget(String user, Instant at) {
    erasures.add(user, at);
    boolean known = store.remove(user);
    forgotten.set(true);
    return known;
  }

  /** How far it is. */
  public FollowerState state() {
    return state;
  }

  /** Messages that it has not read yet; -1 while that is not known. */
  public long behind() {
    return behind;
  }

  /** Owners that are known, groups among them. */
  public int shoppers() {
    return store.size();
  }

  /** Bytes that their interests take outside the heap. */
  public long bytes() {
    return store.bytes();
  }

  /** Messages read since the start. */
  public long read() {
    return read.get();
  }

  /** Messages that could not be read since the start. */
  public long unreadable() {
    return unreadable.get();
  }

  /** Writes a last snapshot and ends. */
  @Override
  public void close() throws IOException {
    stopped.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (state != FollowerState.STARTING) { // else the snapshot before knows more
      writeSnapshot();
    }
    feed.close();
    store.close();
  }
}
