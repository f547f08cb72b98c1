package io.xunbao.flinkjobs.behaviour;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one shopper to tell people from machines: the state of a pseudonym.
 *
 * @param window number of the window that is counted in
 * @param count events in it
 * @param repeats in it, how often each thing was done with each product
 * @param last time of the newest event, in milliseconds since the epoch; before any, the least long
 * @param gaps the newest gaps between events, in milliseconds, the newest last
 * @param bannedUntil time up to which events are turned away
 * @param bannedFor the rule that was broken then; null where none was
 */
public record Conduct(
    long window,
    int count,
    Map<String, Integer> repeats,
    long last,
    long[] gaps,
    long bannedUntil,
    @Nullable String bannedFor) {
  static Conduct none() {
    return new Conduct(
        Long.MIN_VALUE, 0, Map.of(), Long.MIN_VALUE, new long[0], Long.MIN_VALUE, null);
  }

  Conduct banned(long until, String rule) {
    return new Conduct(window, count, repeats, last, gaps, until, rule);
  }

  /** The gaps with one more, of which the oldest are dropped beyond a number. */
  static long[] appended(long[] gaps, long gap, int most) {
    long[] longer =
        gaps.length < most
            ? Arrays.copyOf(gaps, gaps.length + 1)
            : Arrays.copyOfRange(gaps, gaps.length - most + 1, gaps.length + 1);
    longer[longer.length - 1] = gap;
    return longer;
  }
}
