package io.xunbao.queryapi.feed;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Refuses records while the disk that they end on is nearly full, and takes them again by itself
 * when there is room. What a stream has taken already finds room that way, and searches go on.
 */
public final class GuardedFeed implements Feed {
  /** The least room that suffices for what is on its way, and for merges: 256 MB. */
  public static final long LEAST_FREE = 256L << 20;

  private static final String UP = "up";
  private static final String FULL = "full";

  private final Feed feed;
  private final Set<FeedStream> guarded;
  private final FreeSpace disk;
  private final long leastFree;

  /**
   * @param guarded streams whose records end on that disk
   * @param leastFree bytes that must be free; 0 refuses nothing
   */
  public GuardedFeed(Feed feed, Set<FeedStream> guarded, FreeSpace disk, long leastFree) {
    if (leastFree < 0) {
      throw new IllegalArgumentException("leastFree must be >= 0, got " + leastFree);
    }
    this.feed = Objects.requireNonNull(feed, "feed");
    this.guarded = EnumSet.copyOf(guarded);
    this.disk = Objects.requireNonNull(disk, "disk");
    this.leastFree = leastFree;
  }

  @Override
  public void send(FeedStream stream, List<FeedRecord> records) throws FeedUnavailableException {
    if (guarded.contains(stream)) {
      requireRoom();
    }
    feed.send(stream, records);
  }

  private void requireRoom() throws FeedUnavailableException {
    long free;
    try {
      free = disk.bytes();
    } catch (IOException unknown) {
      throw new FeedUnavailableException(
          "the room on the disk of the index cannot be read: " + unknown.getMessage(), unknown);
    }
    if (free < leastFree) {
      throw new FeedFullException(
          String.format(
              Locale.ROOT,
              "the disk of the index must have %d MB free, has %d: nothing was taken. Free some"
                  + " space and send all of it again; searches go on meanwhile",
              leastFree >> 20,
              free >> 20));
    }
  }

  @Override
  public String state() {
    String state = feed.state();
    if (!state.equals(UP)) {
      return state;
    }
    try {
      return disk.bytes() < leastFree ? FULL : state;
    } catch (IOException unknown) {
      return "failed";
    }
  }

  @Override
  public void close() throws IOException {
    feed.close();
  }
}
