package io.xunbao.flinkjobs.behaviour;

import io.xunbao.flinkjobs.interest.InterestSettings;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.LocalCluster;
import io.xunbao.flinkjobs.stats.StatsSettings;
import io.xunbao.flinkjobs.testing.TwoVectors;
import io.xunbao.flinkjobs.training.TrainingWindow;
import java.nio.file.Path;
import java.time.Duration;

/** The jobs of shoppers in a process of its own, which can be killed. */
final class ShopperChild {
  private ShopperChild() {}

  /**
   * Arguments: bootstrap servers, folder, whether state lies in RocksDB, and whether barriers
   * overtake.
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    BehaviourSettings usual = BehaviourSettings.defaults(folder.resolve("pseudonym.key"));
    BehaviourSettings behaviour =
        new BehaviourSettings(
            usual.keyFile(),
            usual.clocks(),
            usual.memory(),
            usual.outOfOrder(),
            Duration.ofMinutes(10), // a slow machine is no reason to overtake a partition
            usual.sessionGap(),
            usual.bots());
    ShopperStreamJob job =
        new ShopperStreamJob(
            KafkaSettings.at(args[0]),
            TopicNames.STANDARD,
            folder.resolve("checkpoints"),
            new ShopperSettings(
                behaviour,
                StatsSettings.defaults(),
                InterestSettings.defaults(new TwoVectors()),
                TrainingWindow.DEFAULT,
                folder.resolve("groups")),
            Boolean.parseBoolean(args[2]));
    try (LocalCluster cluster = LocalCluster.start(2)) {
      cluster
          .submit(job, new JobSettings(Duration.ofMillis(200), 2, Boolean.parseBoolean(args[3])))
          .join();
    }
  }
}
