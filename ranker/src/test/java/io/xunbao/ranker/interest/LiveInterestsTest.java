package io.xunbao.ranker.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.embed.Vectors;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.testing.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LiveInterestsTest {
  private static final EventWeights WEIGHTS = EventWeights.defaults();
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final float[] EAST = {1, 0};
  private static final float[] NORTH = {0, 1};

  private static LiveInterests view(
      LiveInterests before, String product, float[] vector, String category, Instant at) {
    return before.plus(EventType.VIEW, product, vector, category, at, WEIGHTS);
  }

  @Test
  void plus_aDayLater_shortTermFollowsAndLongTermRemembers() {
    LiveInterests interests = LiveInterests.none(2);
    for (int i = 0; i < 5; i++) {
      interests = view(interests, "a", EAST, "x", NOON.plusSeconds(i));
    }
    interests = view(interests, "b", NORTH, "y", NOON.plus(Duration.ofDays(1)));
    assertThat(Vectors.cosine(interests.shortTerm(), NORTH)).isGreaterThan(0.99);
    assertThat(Vectors.cosine(interests.longTerm(), EAST)).isGreaterThan(0.9);
    assertThat(interests.share("x")).isBetween(0.8, 0.84);
  }

  @Test
  void plus_searchOrImpression_changesNothing() {
    LiveInterests none = LiveInterests.none(2);
    assertThat(none.plus(EventType.IMPRESSION, "a", EAST, "x", NOON, WEIGHTS)).isSameAs(none);
  }

  @Test
  void plus_productWithoutVector_stillCountsForItsCategory() {
    LiveInterests interests =
        LiveInterests.none(2).plus(EventType.BUY, "new", null, "x", NOON, WEIGHTS);
    assertThat(interests.shortTerm()).containsExactly(0, 0);
    assertThat(interests.share("x")).isEqualTo(1);
    assertThat(interests.isEmpty()).isFalse();
  }

  @Seeded
  @Test
  void plus_anything_staysBounded(RandomGenerator random) {
    LiveInterests interests = LiveInterests.none(2);
    for (int i = 0; i < 500; i++) {
      Instant at = NOON.plusSeconds(random.nextInt(1_000_000));
      interests = view(interests, "p" + random.nextInt(300), EAST, "c" + random.nextInt(99), at);
    }
    assertThat(interests.categories()).hasSizeLessThanOrEqualTo(LiveInterests.MAX_CATEGORIES);
    assertThat(interests.profile().lasting()).hasSizeLessThanOrEqualTo(UserProfile.MAX_PRODUCTS);
    String json = Objects.requireNonNull(new InterestMessage("u~1", interests).toJson());
    assertThat(json.length()).isLessThan(6_000);
  }

  /** While nothing is forgotten, interests do not depend on the order of events. */
  @Seeded
  @Test
  void plus_inAnyOrder_givesTheSame(RandomGenerator random) {
    record Event(String product, Instant at) {}
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.add(new Event("p" + random.nextInt(9), NOON.plusSeconds(random.nextInt(9_000))));
    }
    LiveInterests forward = LiveInterests.none(2);
    LiveInterests shuffled = LiveInterests.none(2);
    for (Event event : events) {
      forward = view(forward, event.product(), EAST, event.product(), event.at());
    }
    Collections.shuffle(events, new Random(random.nextLong()));
    for (Event event : events) {
      shuffled = view(shuffled, event.product(), EAST, event.product(), event.at());
    }
    assertThat(shuffled.shortTerm()[0]).isCloseTo(forward.shortTerm()[0], within(1e-3f));
    for (String category : forward.categories().keySet()) {
      assertThat(shuffled.share(category)).isCloseTo(forward.share(category), within(1e-9));
    }
  }

  @Test
  void toJson_andBack_keepsEverythingButTheLastBits() {
    LiveInterests interests =
        view(LiveInterests.none(2), "a", new float[] {0.6f, 0.8f}, "面霜", NOON);
    String json = Objects.requireNonNull(new InterestMessage("u~1", interests).toJson());
    InterestMessage read = InterestMessage.fromJson(json);
    assertThat(read.user()).isEqualTo("u~1");
    assertThat(read.interests().profile()).isEqualTo(interests.profile());
    assertThat(read.interests().categories()).isEqualTo(interests.categories());
    assertThat(Vectors.cosine(read.interests().shortTerm(), interests.shortTerm()))
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void toJson_nothingKnown_isATombstone() {
    assertThat(new InterestMessage("u~1", LiveInterests.none(2)).toJson()).isNull();
  }

  @Test
  void fromJson_noMessage_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> InterestMessage.fromJson("{\"user\":1"));
    assertThatIllegalArgumentException().isThrownBy(() -> InterestMessage.fromJson("{}"));
  }
}
