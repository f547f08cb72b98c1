package io.xunbao.queryapi.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every feed of interests keeps to. */
abstract class InterestFeedContract {
  /** A feed of the log that {@link #write} appends to. */
  abstract InterestFeed open();

  /** Appends a message to the log. */
  abstract void write(String owner, @Nullable String value);

  private static List<InterestFeed.Update> read(InterestFeed feed, int count) {
    List<InterestFeed.Update> updates = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              updates.addAll(feed.poll(Duration.ofMillis(50)));
              return updates.size() >= count;
            });
    return updates;
  }

  @Test
  void poll_nothingWritten_waitsAndGivesNothing() throws IOException {
    try (InterestFeed feed = open()) {
      assertThat(feed.start(Map.of())).isTrue();
      assertThat(feed.poll(Duration.ofMillis(10))).isEmpty();
    }
  }

  @Test
  void poll_messagesOfOneOwner_comeInTheirOrder() throws IOException {
    write("u~1", "a");
    write("u~1", "b");
    write("u~1", null);
    try (InterestFeed feed = open()) {
      feed.start(Map.of());
      assertThat(read(feed, 3))
          .containsExactly(
              new InterestFeed.Update("u~1", "a"),
              new InterestFeed.Update("u~1", "b"),
              new InterestFeed.Update("u~1", null));
    }
  }

  @Test
  void behind_afterEverythingWasRead_isNothing() throws IOException {
    write("u~1", "a");
    try (InterestFeed feed = open()) {
      feed.start(Map.of());
      read(feed, 1);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> feed.poll(Duration.ofMillis(20)).isEmpty() && feed.behind() == 0);
      assertThat(feed.connected()).isTrue();
    }
  }

  @Test
  void start_atPositions_goesOnBehindThem() throws IOException {
    write("u~1", "a");
    Map<Integer, Long> positions;
    try (InterestFeed feed = open()) {
      feed.start(Map.of());
      read(feed, 1);
      positions = feed.positions();
      feed.start(positions);
      write("u~1", "b");
      assertThat(read(feed, 1)).containsExactly(new InterestFeed.Update("u~1", "b"));
    }
  }
}
