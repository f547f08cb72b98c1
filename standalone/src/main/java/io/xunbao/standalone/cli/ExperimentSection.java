package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.Nearest;
import io.xunbao.queryapi.Experiment;
import io.xunbao.queryapi.RankerName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code experiment} of {@code serve --config}: lists of two rankers are mixed by team
 * draft.
 *
 * @param name what impressions bear
 * @param arms the ranker that serves everybody else, then the one that is held against it
 * @param share of shoppers, or of searches for nobody (default 0.5)
 */
record ExperimentSection(
    @Nullable String name, @Nullable List<String> arms, @Nullable Double share) {
  private static final double HALF = 0.5;

  /**
   * What runs.
   *
   * @throws CliException when a value breaks a rule
   */
  Experiment toExperiment() {
    if (name == null || arms == null) {
      throw new CliException("an experiment needs a name and two arms, such as [default, ltr]");
    }
    List<RankerName> rankers = new ArrayList<>();
    arms.forEach(arm -> rankers.add(ranker(arm)));
    try {
      return new Experiment(name, rankers, share == null ? HALF : share);
    } catch (IllegalArgumentException broken) {
      throw new CliException(String.valueOf(broken.getMessage()), broken);
    }
  }

  private static RankerName ranker(String arm) {
    List<String> valid = Arrays.stream(RankerName.values()).map(RankerName::wireName).toList();
    int at = valid.indexOf(arm);
    if (at < 0) {
      throw new CliException(
          "unknown ranker '"
              + arm
              + "' as an arm; the rankers are, nearest first: "
              + String.join(", ", Nearest.first(String.valueOf(arm), valid)));
    }
    return RankerName.values()[at];
  }
}
