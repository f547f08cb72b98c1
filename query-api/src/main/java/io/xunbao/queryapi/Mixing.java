package io.xunbao.queryapi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment has to do with one search.
 *
 * @param experiment that runs
 * @param seed of the coins that say which arm picks first; null where this search is not mixed,
 *     unless it goes on with a list that was
 */
public record Mixing(Experiment experiment, @Nullable Long seed) {
  public Mixing {
    Objects.requireNonNull(experiment, "experiment");
  }
}
