package io.xunbao.queryapi.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuardedFeedTest {
  private static final List<FeedRecord> ONE = List.of(new FeedRecord("p-1", "{}"));

  private final AtomicLong free = new AtomicLong(100 << 20);
  private final Counting taken = new Counting();
  private final Feed feed =
      new GuardedFeed(taken, EnumSet.of(FeedStream.PRODUCTS), free::get, 50 << 20);

  /** Counts what it takes. */
  private static final class Counting implements Feed {
    private int records;

    @Override
    public void send(FeedStream stream, List<FeedRecord> sent) {
      records += sent.size();
    }

    @Override
    public String state() {
      return "up";
    }

    @Override
    public void close() {}
  }

  @Test
  void send_fullDisk_refusesUntilThereIsRoom() throws FeedUnavailableException {
    feed.send(FeedStream.PRODUCTS, ONE);
    assertThat(feed.state()).isEqualTo("up");
    free.set(49 << 20);
    assertThatExceptionOfType(FeedFullException.class)
        .isThrownBy(() -> feed.send(FeedStream.PRODUCTS, ONE))
        .withMessageContaining("must have 50 MB free, has 49: nothing was taken")
        .withMessageContaining("Free some space");
    assertThat(feed.state()).isEqualTo("full");
    assertThat(taken.records).isEqualTo(1);
    free.set(50 << 20);
    feed.send(FeedStream.PRODUCTS, ONE);
    assertThat(feed.state()).isEqualTo("up");
    assertThat(taken.records).isEqualTo(2);
  }

  @Test
  void send_streamOfAnotherDisk_isTaken() throws FeedUnavailableException {
    free.set(0);
    feed.send(FeedStream.ERASURES, ONE);
    assertThat(taken.records).isEqualTo(1);
  }

  @Test
  void send_diskThatCannotBeRead_isRefusedWithTheReason() {
    Feed blind =
        new GuardedFeed(
            taken,
            EnumSet.of(FeedStream.PRODUCTS),
            () -> {
              throw new IOException("no such folder");
            },
            1);
    assertThatExceptionOfType(FeedUnavailableException.class)
        .isThrownBy(() -> blind.send(FeedStream.PRODUCTS, ONE))
        .withMessageContaining("no such folder");
    assertThat(blind.state()).isEqualTo("failed");
  }
}
