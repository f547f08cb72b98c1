package io.xunbao.flinkjobs.behaviour;

import io.xunbao.flinkjobs.interest.InterestSettings;
import io.xunbao.flinkjobs.interest.ProductFacts;
import io.xunbao.flinkjobs.stats.StatsSettings;
import io.xunbao.flinkjobs.training.TrainingWindow;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How all that follows shoppers works.
 *
 * @param groups folder for files of labelled groups; null writes them to their topic alone
 */
public record ShopperSettings(
    BehaviourSettings behaviour,
    StatsSettings stats,
    InterestSettings interests,
    TrainingWindow training,
    @Nullable Path groups) {
  public ShopperSettings {
    Objects.requireNonNull(behaviour, "behaviour");
    Objects.requireNonNull(stats, "stats");
    Objects.requireNonNull(interests, "interests");
    Objects.requireNonNull(training, "training");
  }

  /**
   * The defaults of each job.
   *
   * @param keyFile file of the pseudonym key
   */
  public static ShopperSettings defaults(Path keyFile, ProductFacts facts) {
    return new ShopperSettings(
        BehaviourSettings.defaults(keyFile),
        StatsSettings.defaults(),
        InterestSettings.defaults(facts),
        TrainingWindow.DEFAULT,
        null);
  }

  /** The same with files of labelled groups in a folder; null for none. */
  public ShopperSettings withGroups(@Nullable Path folder) {
    return new ShopperSettings(behaviour, stats, interests, training, folder);
  }
}
