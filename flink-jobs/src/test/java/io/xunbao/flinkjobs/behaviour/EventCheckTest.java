package io.xunbao.flinkjobs.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.testing.Seeded;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final String GOOD =
      """
      {"id":"e-81","user":"u-17","session":"s-3","type":"click","product":"tm-1","query":"面霜",\
      "impression":"i-9","position":4,"dwellMillis":5300,"at":"2026-11-24T10:00:00Z","shop":"x"}\
      """;

  private final EventCheck check = new EventCheck(Keys.pseudonyms(), ClockLimits.DEFAULT);

  private static RawEvent raw(String line) {
    return new RawEvent("behaviour", 2, 77, NOW.toEpochMilli(), line);
  }

  private RejectedEvent rejected(String line) {
    EventCheck.Verdict verdict = check.check(raw(line));
    assertThat(verdict.accepted()).isNull();
    return Objects.requireNonNull(verdict.rejected());
  }

  @Test
  void check_eventOfTheContract_isAcceptedUnderAPseudonym() {
    EventCheck.Verdict verdict = check.check(raw(GOOD));
    assertThat(verdict.rejected()).isNull();
    CheckedEvent accepted = Objects.requireNonNull(verdict.accepted());
    BehaviourEvent event = accepted.event();
    assertThat(event.user()).isEqualTo(Keys.pseudonyms().of("u-17"));
    assertThat(event.type()).isEqualTo(EventType.CLICK);
    assertThat(event.position()).isEqualTo(4);
    assertThat(event.attributes()).isEqualTo(Map.of("shop", "x"));
    assertThat(accepted.partition()).isEqualTo(2);
    assertThat(accepted.offset()).isEqualTo(77);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"e-81\"          | \"\"                     | event.id",
        "\"u-17\"          | \" \"                    | event.user",
        "\"u-17\"          | {\"raw\":1}              | event.user",
        "\"click\"         | \"klick\"                | event.type",
        "\"tm-1\"          | null                     | event.product",
        "4,                | -1,                      | event.position",
        "4,                | 100000,                  | event.position",
        "5300              | 1.5                      | event.dwellmillis",
        "2026-11-24T10:00  | yesterday                | clock.format",
        "2026-11-24T10:00  | 2026-11-24T10:06         | clock.future",
        "2026-11-24T10:00  | 2100-01-01T00:00         | clock.future",
        "2026-11-24T10:00  | 1970-01-01T00:00         | clock.past",
        "\"tm-1\"          | [1]                      | event.product",
      })
  void check_oneFieldBroken_namesTheRule(String good, String bad, String rule) {
    RejectedEvent rejected = rejected(GOOD.replace(good.strip(), bad.strip()));
    assertThat(rejected.rule()).isEqualTo(rule);
    assertThat(rejected.source()).isEqualTo("behaviour");
    assertThat(rejected.offset()).isEqualTo(77);
  }

  @Test
  void check_typeUnknown_keepsValueAndListsTheValidOnes() {
    RejectedEvent rejected = rejected(GOOD.replace("click", "klick"));
    assertThat(rejected.value()).isEqualTo("klick");
    assertThat(rejected.reason()).contains("click, favourite");
  }

  @Test
  void check_fiveMinutesAhead_isStillBelieved() {
    EventCheck.Verdict verdict =
        check.check(raw(GOOD.replace("2026-11-24T10:00", "2026-11-24T10:05")));
    assertThat(verdict.accepted()).isNotNull();
  }

  @Test
  void check_searchWithoutProduct_isAccepted() {
    EventCheck.Verdict verdict =
        check.check(raw(GOOD.replace("\"tm-1\"", "null").replace("\"click\"", "\"search\"")));
    assertThat(verdict.accepted()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"user\":\"u-17\"", "[]", "''", "17", "{\"user\":\"u-17\"}x{", "null"})
  void check_noJsonObject_isRefused(String line) {
    assertThat(rejected(line).rule()).startsWith("event.");
  }

  @Test
  void check_nestedAHundredThousandDeep_isRefused() {
    assertThat(rejected("[".repeat(60_000)).rule()).isEqualTo("event.json");
  }

  /** Whatever is broken, no output holds the raw id. */
  @Seeded
  @Test
  void check_damagedAnywhere_neverShowsTheUser(RandomGenerator random) {
    String line = GOOD.replace("u-17", "secretuser");
    for (int i = 0; i < 2_000; i++) {
      int cut = random.nextInt(line.length());
      String damaged =
          random.nextBoolean()
              ? line.substring(0, cut)
              : line.substring(0, cut) + (char) random.nextInt(32, 127) + line.substring(cut + 1);
      EventCheck.Verdict verdict = check.check(raw(damaged));
      assertThat((verdict.accepted() == null) != (verdict.rejected() == null)).isTrue();
      boolean userWhole = damaged.contains("\"user\":\"secretuser\"");
      if (userWhole) {
        assertThat(String.valueOf(verdict)).doesNotContain("secretuser");
      }
    }
  }
}
