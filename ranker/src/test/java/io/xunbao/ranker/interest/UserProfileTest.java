package io.xunbao.ranker.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.feedback.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserProfileTest {
  private static final EventWeights WEIGHTS = EventWeights.defaults();
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void plus_anEventAHalfLifeLater_halvesWhatWas() {
    UserProfile profile =
        UserProfile.NONE
            .plus(EventType.VIEW, "a", NOON, WEIGHTS)
            .plus(EventType.BUY, "b", NOON.plus(UserProfile.SHORT_HALF_LIFE), WEIGHTS);
    assertThat(profile.recent().get("a")).isCloseTo(0.5, within(1e-9));
    assertThat(profile.recent().get("b")).isCloseTo(4, within(1e-9));
    assertThat(profile.lasting().get("a")).isBetween(0.95, 1.0);
  }

  @Test
  void plus_inAnyOrder_givesTheSame() {
    Instant later = NOON.plus(Duration.ofHours(5));
    UserProfile forward =
        UserProfile.NONE
            .plus(EventType.CART, "a", NOON, WEIGHTS)
            .plus(EventType.UNCART, "a", later, WEIGHTS);
    UserProfile backward =
        UserProfile.NONE
            .plus(EventType.UNCART, "a", later, WEIGHTS)
            .plus(EventType.CART, "a", NOON, WEIGHTS);
    assertThat(backward.at()).isEqualTo(forward.at());
    assertThat(backward.recent().get("a")).isCloseTo(forward.recent().get("a"), within(1e-9));
  }

  @Test
  void plus_moreProductsThanAreKept_forgetsTheWeakest() {
    UserProfile profile = UserProfile.NONE;
    for (int i = 0; i < UserProfile.MAX_PRODUCTS + 5; i++) {
      profile = profile.plus(EventType.VIEW, "p" + i, NOON.plus(Duration.ofMinutes(i)), WEIGHTS);
    }
    assertThat(profile.recent())
        .hasSize(UserProfile.MAX_PRODUCTS)
        .containsKey("p54")
        .doesNotContainKey("p0");
  }

  @Test
  void plus_anEventThatSaysNothing_changesNothing() {
    assertThat(UserProfile.NONE.plus(EventType.SEARCH, "a", NOON, WEIGHTS))
        .isSameAs(UserProfile.NONE);
  }

  @Test
  void orElse_asksTheOtherOnlyWhereNothingIsKnown() {
    UserProfile known = UserProfile.NONE.plus(EventType.BUY, "a", NOON, WEIGHTS);
    ProfileSource live = user -> user.equals("u") ? Optional.of(known) : Optional.empty();
    ProfileSource both = live.orElse(user -> Optional.of(UserProfile.NONE));
    assertThat(both.profile("u")).contains(known);
    assertThat(both.profile("v")).contains(UserProfile.NONE);
  }
}
