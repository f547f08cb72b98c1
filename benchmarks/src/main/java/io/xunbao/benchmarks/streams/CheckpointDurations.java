package io.xunbao.benchmarks.streams;

import io.xunbao.flinkjobs.behaviour.ShopperStreamJob;
import io.xunbao.flinkjobs.interest.NoFacts;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.LocalCluster;
import io.xunbao.flinkjobs.run.RunningJob;
import io.xunbao.flinkjobs.run.StreamMetrics;
import io.xunbao.ranker.feedback.BehaviourEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long checkpoints of the jobs of shoppers take while they work off a backlog, with barriers
 * that wait behind records and with barriers that overtake them. Real events, some copies of them
 * with ids and shoppers of their own; each way from a state of its own.
 *
 * <p>Arguments: the data folder, copies (default 10), seconds a way (default 30, after 10 to warm
 * up), rounds (default 2).
 */
final class CheckpointDurations {
  private static final int WARM_UP = 10;
  private static final int PARALLELISM = 2;

  private CheckpointDurations() {}

  public static void main(String[] args) throws Exception {
    List<BehaviourEvent> events = StreamLogs.taobao(Path.of(args[0]));
    int copies = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 30;
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 2;
    try (ShopperStack stack = new ShopperStack()) {
      for (int copy = 0; copy < copies; copy++) {
        for (BehaviourEvent event : events) {
          stack.send(BehaviourThroughput.copy(event, copy));
        }
      }
      stack.flush();
      for (int round = 1; round <= rounds; round++) {
        measure(stack, round, seconds, false);
        measure(stack, round, seconds, true);
      }
    }
  }

  private static void measure(ShopperStack stack, int round, int seconds, boolean unaligned)
      throws Exception {
    StreamMetrics metrics = new StreamMetrics();
    ShopperStreamJob job =
        new ShopperStreamJob(
            stack.kafka(),
            TopicNames.STANDARD,
            stack.folder().resolve("checkpoints-" + round + '-' + unaligned),
            stack.settings(new NoFacts()),
            false);
    try (LocalCluster cluster = LocalCluster.start(PARALLELISM, metrics)) {
      RunningJob running =
          cluster.submit(
              job, new JobSettings(JobSettings.CHECKPOINT_INTERVAL, PARALLELISM, unaligned));
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(WARM_UP));
      List<Double> durations = new ArrayList<>();
      double size = 0;
      double completed = sum(metrics, "numberOfCompletedCheckpoints", "");
      double before = sum(metrics, "numRecordsIn", "decode behaviour");
      long start = System.nanoTime();
      long end = start + TimeUnit.SECONDS.toNanos(seconds);
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        double now = sum(metrics, "numberOfCompletedCheckpoints", "");
        if (now > completed) {
          completed = now;
          durations.add(sum(metrics, "lastCheckpointDuration", ""));
          size = Math.max(size, sum(metrics, "lastCheckpointSize", ""));
        }
      }
      double took = (System.nanoTime() - start) / 1e9;
      double read = sum(metrics, "numRecordsIn", "decode behaviour") - before;
      report(round, unaligned, durations, size, read / took);
      running.cancel();
    }
  }

  private static void report(
      int round, boolean unaligned, List<Double> durations, double size, double rate) {
    List<Double> sorted = durations.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "round %d, %s: %d checkpoints; p50 %.0f ms, p90 %.0f ms, most %.0f ms; largest %.1f MB; %,.0f"
            + " events/s%n",
        round,
        unaligned ? "unaligned" : "aligned",
        sorted.size(),
        quantile(sorted, 0.5),
        quantile(sorted, 0.9),
        quantile(sorted, 1),
        size / (1 << 20),
        rate);
  }

  private static double quantile(List<Double> sorted, double share) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  /** The sum of a measurement over subtasks, of all operators or of the one of a name. */
  private static double sum(StreamMetrics metrics, String name, String operator) {
    return metrics
        .exposition()
        .lines()
        .filter(line -> line.contains("_" + name + "{"))
        .filter(line -> operator.isEmpty() || line.contains("operator_name=\"" + operator + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
