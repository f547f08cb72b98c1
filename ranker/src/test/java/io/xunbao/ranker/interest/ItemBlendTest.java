package io.xunbao.ranker.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.interest.InterestModel.Companion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemBlendTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static final ItemParts ITEMS =
      ItemParts.of(
          Map.of(
              BlendPart.LINEAR,
              Map.of(
                  "tea", List.of(new Companion("cup", 0.5), new Companion("coffee", -0.25)),
                  "pot", List.of(new Companion("cup", 0.25)))),
          Map.of("tea", 3.0, "cup", 2.0, "coffee", 1.0, "phone", 8.0),
          Map.of("tea", "drinks", "coffee", "drinks", "phone", "phones"));

  private static UserProfile looked(String... products) {
    UserProfile profile = UserProfile.NONE;
    for (String product : products) {
      profile = profile.plus(EventType.VIEW, product, NOW, EventWeights.defaults());
    }
    return profile;
  }

  @Test
  void score_eachPart_isScaledByItsBestAndWeighed() {
    ItemBlend blend =
        new ItemBlend(ITEMS, Map.of(BlendPart.LINEAR, 2.0, BlendPart.POPULARITY, 0.5));

    Map<String, Map<BlendPart, Double>> scores = blend.score(looked("tea", "pot"));

    assertThat(scores.get("cup"))
        .isEqualTo(Map.of(BlendPart.LINEAR, 2.0, BlendPart.POPULARITY, 0.5 * 2 / 8));
    assertThat(scores.get("phone")).isEqualTo(Map.of(BlendPart.POPULARITY, 0.5));
    assertThat(ItemBlend.total(scores.getOrDefault("coffee", Map.of())))
        .as("what speaks against it counts")
        .isCloseTo(2 * -0.25 / 0.75 + 0.5 / 8, within(1e-12));
  }

  @Test
  void score_revisits_countThisVisitApartFromWhatLasts() {
    UserProfile profile =
        looked("tea")
            .plus(
                EventType.VIEW,
                "phone",
                NOW.plus(UserProfile.SHORT_HALF_LIFE),
                EventWeights.defaults());
    double recent = score(BlendPart.REVISITS_SHORT, profile, "tea");

    assertThat(recent).isCloseTo(0.5, within(1e-9));
    assertThat(score(BlendPart.REVISITS, profile, "tea")).isGreaterThan(0.9);
    assertThat(score(BlendPart.CATEGORY, profile, "coffee"))
        .as("a product of a category that was looked at")
        .isPositive();
  }

  private static double score(BlendPart part, UserProfile profile, String product) {
    return ItemBlend.total(
        new ItemBlend(ITEMS, Map.of(part, 1.0)).score(profile).getOrDefault(product, Map.of()));
  }

  @Test
  void score_profileGrowsOlder_isTheSame() {
    ItemBlend blend = new ItemBlend(ITEMS, Map.of(BlendPart.LINEAR, 1.0, BlendPart.REVISITS, 1.0));
    UserProfile now = looked("tea", "pot");
    UserProfile later =
        new UserProfile(now.recent(), halved(now.lasting()), NOW.plus(Duration.ofDays(7)));

    assertThat(blend.score(later)).isEqualTo(blend.score(now));
  }

  private static Map<String, Double> halved(Map<String, Double> weights) {
    Map<String, Double> halved = new java.util.LinkedHashMap<>(weights);
    halved.replaceAll((product, weight) -> weight / 2);
    return halved;
  }

  @Test
  void score_nobody_isPopularityAlone() {
    ItemBlend blend =
        new ItemBlend(ITEMS, Map.of(BlendPart.LINEAR, 1.0, BlendPart.POPULARITY, 0.1));

    assertThat(blend.score(UserProfile.NONE).values())
        .allSatisfy(parts -> assertThat(parts).containsOnlyKeys(BlendPart.POPULARITY));
  }

  @Test
  void weights_below0_areRefused() {
    assertThatThrownBy(() -> new ItemBlend(ITEMS, Map.of(BlendPart.TITLES, -0.5)))
        .hasMessage("the weight of title-similarity must be >= 0, got -0.5");
  }
}
