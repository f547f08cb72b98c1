package io.xunbao.queryapi.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunbao.ranker.interest.InterestMessage;
import io.xunbao.ranker.interest.UserProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterestFollowerTest {
  @TempDir Path folder;
  private final MemoryInterestFeed feed = new MemoryInterestFeed();

  private InterestFollower start(Duration snapshots) {
    return InterestFollower.start(
        new InterestStore(1_000), feed, folder.resolve("interests"), snapshots);
  }

  private void buy(String owner, String product) {
    feed.write(owner, Shoppers.message(owner, Shoppers.buyer(product, Shoppers.NOON)));
  }

  private static void awaitRead(InterestFollower follower, long messages) {
    await().until(() -> follower.read() >= messages);
  }

  @Test
  void profile_afterAMessage_isKnown() throws IOException {
    try (InterestFollower follower = start(Duration.ofHours(1))) {
      buy("u~1", "p");
      awaitRead(follower, 1);
      assertThat(follower.profile("u~1"))
          .map(UserProfile::lasting)
          .hasValueSatisfying(lasting -> assertThat(lasting).containsOnlyKeys("p"));
      assertThat(follower.profile("u~2")).isEmpty();
    }
  }

  @Test
  void start_afterARestart_readsOnlyWhatIsNew() throws IOException {
    try (InterestFollower follower = start(Duration.ofHours(1))) {
      buy("u~1", "p");
      awaitRead(follower, 1);
    }
    buy("u~2", "q");
    try (InterestFollower follower = start(Duration.ofHours(1))) {
      awaitRead(follower, 1);
      assertThat(follower.read()).isEqualTo(1);
      assertThat(follower.profile("u~1")).isPresent();
      assertThat(follower.profile("u~2")).isPresent();
    }
  }

  @Test
  void start_damagedSnapshot_readsEverythingAnew() throws IOException {
    buy("u~1", "p");
    Files.writeString(folder.resolve("interests"), "not a snapshot");
    try (InterestFollower follower = start(Duration.ofHours(1))) {
      awaitRead(follower, 1);
      assertThat(follower.profile("u~1")).isPresent();
    }
  }

  @Test
  void forget_knownShopper_isGoneAtOnceAndFromTheSnapshot() throws IOException {
    buy("u~1", "canary");
    try (InterestFollower follower = start(Duration.ofMillis(1))) {
      awaitRead(follower, 1);
      Path file = folder.resolve("interests");
      await().until(() -> Files.exists(file) && contains(file));
      assertThat(follower.forget("u~1", Shoppers.NOON)).isTrue();
      assertThat(follower.profile("u~1")).isEmpty();
      await().until(() -> !contains(file));
      assertThat(follower.forget("u~1", Shoppers.NOON)).isFalse();
    }
  }

  @Test
  void forget_messagesOnTheirWay_countOnlyForWhatCameLater() throws IOException {
    try (InterestFollower follower = start(Duration.ofHours(1))) {
      follower.forget("u~1", Shoppers.NOON);
      buy("u~1", "before");
      awaitRead(follower, 1);
      assertThat(follower.profile("u~1")).isEmpty();
      assertThat(follower.forgotten("u~1")).isTrue();
      feed.write(
          "u~1", Shoppers.message("u~1", Shoppers.buyer("after", Shoppers.NOON.plusMillis(1))));
      awaitRead(follower, 2);
      assertThat(follower.profile("u~1").orElseThrow().lasting()).containsOnlyKeys("after");
    }
  }

  @Test
  void start_feedThatIsNotThereYet_triesAgainAndThenFollows() throws IOException {
    AtomicInteger refusals = new AtomicInteger(2);
    InterestFeed late =
        new MemoryInterestFeed() {
          @Override
          public boolean start(Map<Integer, Long> from) {
            return refusals.getAndDecrement() <= 0 && super.start(from);
          }
        };
    ((MemoryInterestFeed) late)
        .write("u~1", Shoppers.message("u~1", Shoppers.buyer("p", Shoppers.NOON)));
    try (InterestFollower follower =
        InterestFollower.start(new InterestStore(10), late, null, Duration.ofHours(1))) {
      await().until(() -> follower.state() == FollowerState.FOLLOWING);
      assertThat(follower.behind()).isZero();
      assertThat(follower.profile("u~1")).isPresent();
    }
  }

  @Test
  void prior_ofFewEvents_isNotToldAndOfManyIs() throws IOException {
    try (InterestFollower follower = start(Duration.ofHours(1))) {
      buy(InterestMessage.ALL, "p");
      awaitRead(follower, 1);
      assertThat(follower.prior()).isEmpty();
      feed.write(
          InterestMessage.ALL, Shoppers.message("all", Shoppers.busy(new SplittableRandom(1), 40)));
      awaitRead(follower, 2);
      assertThat(follower.prior()).isPresent();
    }
  }

  private static boolean contains(Path file) throws IOException {
    return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
        .contains("canary");
  }

  @Test
  void follow_unreadableMessage_isPassedOver() throws IOException {
    try (InterestFollower follower = start(Duration.ofHours(1))) {
      feed.write("u~1", "{nonsense");
      buy("u~2", "p");
      awaitRead(follower, 2);
      assertThat(follower.unreadable()).isEqualTo(1);
      assertThat(follower.profile("u~2")).isPresent();
    }
  }

  @Test
  void follow_tombstone_forgets() throws IOException {
    try (InterestFollower follower = start(Duration.ofHours(1))) {
      buy("u~1", "p");
      feed.write("u~1", null);
      awaitRead(follower, 2);
      assertThat(follower.profile("u~1")).isEmpty();
    }
  }
}
