package io.xunbao.flinkjobs.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.testing.Seeded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConductJudgeTest {
  private static final long START = Instant.parse("2026-11-24T10:00:00Z").toEpochMilli();
  private static final double LIMIT = 60;

  private final ConductJudge judge = new ConductJudge(BotRules.DEFAULT);
  private Conduct conduct = Conduct.none();

  private @Nullable String broken(long at, String product) {
    BehaviourEvent event =
        BehaviourEvent.of("e", "u", EventType.CLICK, product, Instant.ofEpochMilli(at));
    ConductJudge.Judgement judgement =
        judge.judge(conduct, new CheckedEvent(event, "t", 0, 0, at), LIMIT);
    conduct = judgement.conduct();
    return judgement.broken() == null ? null : judgement.broken().rule();
  }

  @Seeded
  @Test
  void judge_shopperWhoBrowses_breaksNothing(RandomGenerator random) {
    long at = START;
    for (int i = 0; i < 500; i++) {
      at += random.nextLong(1_500, 60_000);
      assertThat(broken(at, "p" + random.nextInt(50))).isNull();
    }
  }

  @Test
  void judge_moreThanTheLimitInAWindow_breaksTheRate() {
    List<@Nullable String> found = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      found.add(broken(START + 300L * i + i * i % 97, "p" + i));
    }
    assertThat(found.subList(0, 60)).containsOnlyNulls();
    assertThat(found.subList(60, 70)).containsOnly("bot.rate");
  }

  @Test
  void judge_sameClickAgainAndAgain_breaksTheRepeat() {
    List<@Nullable String> found = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      found.add(broken(START + 700L * i + i * i % 97, "p"));
    }
    assertThat(found.subList(0, 20)).containsOnlyNulls();
    assertThat(found.subList(20, 25)).containsOnly("bot.repeat");
  }

  @Test
  void judge_gapsOfAClock_breakTheRegularity() {
    List<@Nullable String> found = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      found.add(broken(START + 20_000L * i, "p" + i));
    }
    assertThat(found.subList(0, 30)).containsOnlyNulls();
    assertThat(found.subList(30, 40)).containsOnly("bot.regular");
  }

  @Test
  void judge_afterThePenalty_isAShopperAgain() {
    for (int i = 0; i < 25; i++) {
      broken(START + 700L * i + i * i % 97, "p");
    }
    long later = START + 30_000 + BotRules.DEFAULT.penalty().toMillis();
    assertThat(broken(START + 30_000, "q")).isEqualTo("bot.repeat");
    assertThat(broken(later, "q")).isNull();
  }

  @Test
  void limit_farmOfAThirdOfAllShoppers_hardlyMovesIt() {
    java.util.Map<Long, Long> honest = new java.util.HashMap<>();
    honest.put(1L, 500L);
    honest.put(2L, 300L);
    honest.put(5L, 200L);
    CountSpread calm = new CountSpread(honest);
    honest.put(10_000L, 450L);
    CountSpread farmed = new CountSpread(honest);
    BotRules rules = BotRules.DEFAULT;
    assertThat(rules.limit(calm.median(), calm.mad())).isEqualTo(rules.fewest());
    assertThat(rules.limit(farmed.median(), farmed.mad())).isLessThan(10_000);
  }
}
