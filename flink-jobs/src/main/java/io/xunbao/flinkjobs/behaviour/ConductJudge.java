package io.xunbao.flinkjobs.behaviour;

import io.xunbao.ranker.feedback.EventType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells machines from shoppers by three rules: {@code bot.rate}, more events than the others' rates
 * allow; {@code bot.repeat}, the same thing again and again with one product; {@code bot.regular},
 * gaps between events as even as a clock's. Knows no Flink.
 */
final class ConductJudge {
  private final BotRules rules;

  ConductJudge(BotRules rules) {
    this.rules = rules;
  }

  /**
   * What is remembered from now on, and the rule that the event breaks.
   *
   * @param broken null for an event of a shopper
   */
  record Judgement(Conduct conduct, @Nullable BrokenRule broken) {}

  /**
   * @param limit events a window
   */
  Judgement judge(Conduct before, CheckedEvent event, double limit) {
    long at = event.at();
    Conduct now = counted(before, event);
    if (at < before.bannedUntil() && before.bannedFor() != null) {
      return new Judgement(
          now, new BrokenRule(before.bannedFor(), "this shopper is a machine for now", null));
    }
    BrokenRule broken = broken(now, event, limit);
    if (broken == null) {
      return new Judgement(now, null);
    }
    return new Judgement(now.banned(at + rules.penalty().toMillis(), broken.rule()), broken);
  }

  private Conduct counted(Conduct before, CheckedEvent event) {
    long at = event.at();
    long window = Math.floorDiv(at, rules.window().toMillis());
    boolean next = window > before.window();
    Map<String, Integer> repeats = next ? new HashMap<>() : new HashMap<>(before.repeats());
    String repeated = repeated(event);
    if (repeated != null) {
      repeats.merge(repeated, 1, Integer::sum);
    }
    boolean newest = at > before.last();
    long[] gaps =
        newest && before.last() != Long.MIN_VALUE
            ? Conduct.appended(before.gaps(), at - before.last(), rules.regular())
            : before.gaps();
    return new Conduct(
        Math.max(window, before.window()),
        next ? 1 : before.count() + 1,
        repeats,
        Math.max(at, before.last()),
        gaps,
        before.bannedUntil(),
        before.bannedFor());
  }

  /** What repetition would be odd; seeing a product many times in lists is not. */
  private static @Nullable String repeated(CheckedEvent event) {
    EventType type = event.event().type();
    String product = event.event().product();
    return product == null || type == EventType.IMPRESSION ? null : type.key() + ' ' + product;
  }

  private @Nullable BrokenRule broken(Conduct now, CheckedEvent event, double limit) {
    if (now.count() > limit) {
      return new BrokenRule(
          "bot.rate",
          String.format(
              Locale.ROOT, "at most %.0f events are usual within %s", limit, rules.window()),
          Integer.toString(now.count()));
    }
    String repeated = repeated(event);
    int times = repeated == null ? 0 : now.repeats().getOrDefault(repeated, 0);
    if (times > rules.repeats()) {
      return new BrokenRule(
          "bot.repeat",
          "the same may be done at most " + rules.repeats() + " times within " + rules.window(),
          times + " x " + repeated);
    }
    return regular(now.gaps());
  }

  private @Nullable BrokenRule regular(long[] gaps) {
    if (gaps.length < rules.regular()) {
      return null;
    }
    double median = median(gaps);
    double mad = median(Arrays.stream(gaps).map(gap -> Math.abs(gap - (long) median)).toArray());
    return mad > rules.regularity() * median
        ? null
        : new BrokenRule(
            "bot.regular",
            "the gaps between events must differ by more than "
                + rules.regularity()
                + " of their median",
            String.format(
                Locale.ROOT, "%d gaps of %.0f ms, MAD %.1f ms", gaps.length, median, mad));
  }

  private static double median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
