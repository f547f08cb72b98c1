package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.LocalCluster;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.nio.file.Path;
import java.time.Duration;

/** The stream of products in a process of its own, which can be killed. */
final class StreamChild {
  private StreamChild() {}

  /** Arguments: bootstrap servers, index, checkpoints, and perhaps a shared store. */
  public static void main(String[] args) throws Exception {
    ProductStreamJob job =
        ProductStreamJob.plan(
            KafkaSettings.at(args[0]),
            TopicNames.STANDARD,
            new StreamTarget(
                IndexDirectory.at(Path.of(args[1])),
                2,
                StartRule.REFUSE,
                args.length > 3 ? Path.of(args[3]) : null),
            Path.of(args[2]));
    try (LocalCluster cluster = LocalCluster.start(2)) {
      cluster.submit(job, new JobSettings(Duration.ofMillis(200), 2)).join();
    }
  }
}
