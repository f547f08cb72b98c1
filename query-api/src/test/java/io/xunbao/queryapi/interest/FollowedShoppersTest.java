package io.xunbao.queryapi.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.feed.FeedRecord;
import io.xunbao.queryapi.feed.FeedStream;
import io.xunbao.queryapi.feed.FeedUnavailableException;
import io.xunbao.ranker.feedback.Pseudonyms;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowedShoppersTest {
  private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
  private final String ann = pseudonyms.of("ann");
  private final MemoryInterestFeed log = new MemoryInterestFeed();
  private final List<String> sent = new ArrayList<>();
  private boolean away;
  private FollowedShoppers shoppers;

  @BeforeEach
  void start() {
    shoppers =
        new FollowedShoppers(
            InterestFollower.start(new InterestStore(10), log, null, Duration.ofHours(1)),
            pseudonyms,
            new Recorder(),
            Clock.fixed(Shoppers.NOON, ZoneOffset.UTC));
    log.write(ann, Shoppers.message(ann, Shoppers.buyer("p", Shoppers.NOON)));
    await().until(() -> shoppers.profile("ann").isPresent());
  }

  @AfterEach
  void stop() throws IOException {
    shoppers.close();
  }

  private final class Recorder implements Feed {
    @Override
    public void send(FeedStream stream, List<FeedRecord> records) throws FeedUnavailableException {
      if (away) {
        throw new FeedUnavailableException("away", null);
      }
      records.forEach(record -> sent.add(stream + " " + record.key() + " " + record.json()));
    }

    @Override
    public String state() {
      return "up";
    }

    @Override
    public void close() {
      // holds nothing
    }
  }

  @Test
  void erase_knownShopper_isGoneAndTheStreamsAreToldUnderThePseudonym() throws Exception {
    assertThat(shoppers.erase("ann")).isTrue();
    assertThat(shoppers.profile("ann")).isEmpty();
    assertThat(shoppers.forgotten("ann")).isTrue();
    assertThat(shoppers.erase("bob")).isFalse();
    assertThat(sent)
        .startsWith(
            "ERASURES " + ann + " {\"at\":\"2026-11-24T12:00:00Z\"}", "INTERESTS " + ann + " null")
        .noneMatch(record -> record.contains("ann") && !record.contains(ann));
  }

  @Test
  void erase_streamsAway_changesNothing() {
    away = true;
    assertThatThrownBy(() -> shoppers.erase("ann")).isInstanceOf(FeedUnavailableException.class);
    assertThat(shoppers.profile("ann")).isPresent();
    assertThat(shoppers.forgotten("ann")).isFalse();
  }

  @Test
  void report_afterReading_saysFollowing() {
    await().until(() -> shoppers.report().state().equals("following"));
    assertThat(shoppers.report().known()).isEqualTo(1);
  }
}
