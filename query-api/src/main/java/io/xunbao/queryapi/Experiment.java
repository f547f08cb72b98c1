package io.xunbao.queryapi;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Two rankers whose lists are mixed for a share of shoppers, so that their choices tell which
 * ranker they prefer.
 *
 * @param name what impressions bear; 1 to 64 letters, digits, points, dashes or underscores
 * @param arms the ranker that serves everybody else, then the one that is held against it
 * @param share of shoppers, or of searches for nobody, in (0, 1]
 */
public record Experiment(String name, List<RankerName> arms, double share) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int ARMS = 2;

  public Experiment {
    Objects.requireNonNull(name, "name");
    arms = List.copyOf(arms);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of an experiment must be 1 to 64 of A-Z a-z 0-9 . _ -, got '" + name + "'");
    }
    if (arms.size() != ARMS || arms.stream().map(Experiment::ranking).distinct().count() != ARMS) {
      throw new IllegalArgumentException(
          "an experiment must have two arms that rank differently, got "
              + arms.stream().map(RankerName::wireName).toList()
              + "; default and feedback are the same");
    }
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "the share of an experiment must be above 0 and at most 1, got " + share);
    }
  }

  private static RankerName ranking(RankerName arm) {
    return arm == RankerName.DEFAULT ? RankerName.FEEDBACK : arm;
  }

  /** Names of the arms, in their order. */
  public List<String> teams() {
    return arms.stream().map(RankerName::wireName).toList();
  }

  /**
   * Whether somebody takes part.
   *
   * @param draw of theirs, even over all longs
   */
  public boolean takes(long draw) {
    return (draw >>> 11) * 0x1p-53 < share;
  }
}
