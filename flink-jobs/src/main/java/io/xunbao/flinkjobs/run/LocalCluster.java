package io.xunbao.flinkjobs.run;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink cluster inside this process: one for all jobs, so that each costs only its own work. */
public final class LocalCluster implements Closeable {
  private static final String LOOPBACK = "localhost";
  private static final MemorySize NETWORK = MemorySize.ofMebiBytes(32);
  private static final MemorySize MANAGED = MemorySize.ofMebiBytes(8);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final long PATIENCE_SECONDS = 60;

  private final MiniCluster cluster;
  private final int slotsEach;
  private final Map<RunningJob, Integer> jobs = new HashMap<>();
  private int slots;

  private LocalCluster(MiniCluster cluster, int slots) {
    this.cluster = cluster;
    this.slotsEach = slots;
    this.slots = slots;
  }

  /**
   * Starts a cluster on the loopback address.
   *
   * @param slots how many subtasks of one operator fit, over all jobs together
   */
  public static LocalCluster start(int slots) throws IOException {
    return start(slots, new StreamMetrics());
  }

  /**
   * The same.
   *
   * @param metrics shows what the jobs measure
   */
  public static LocalCluster start(int slots, StreamMetrics metrics) throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(RestOptions.ADDRESS, LOOPBACK);
    configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT);
    MiniCluster cluster =
        new MeasuredCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .withRandomPorts()
                .build(),
            metrics);
    try {
      cluster.start();
    } catch (Exception failure) {
      throw new IOException("Flink did not start in this process", failure);
    }
    return new LocalCluster(cluster, slots);
  }

  /**
   * Starts a job from its newest checkpoint. Where it needs more slots than are free, as a job does
   * that moves to a generation with more shards, the cluster grows.
   *
   * @throws IOException when it cannot be submitted
   */
  public RunningJob submit(StreamJob job, JobSettings settings)
      throws IOException, InterruptedException {
    StreamExecutionEnvironment environment =
        new StreamExecutionEnvironment(JobConfiguration.of(job, settings));
    environment.setParallelism(settings.parallelism());
    job.build(environment);
    JobGraph graph = environment.getStreamGraph().getJobGraph(LocalCluster.class.getClassLoader());
    int needed = graph.getMaximumParallelism();
    grow(needed);
    try {
      cluster.submitJob(graph).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException("the job " + job.name() + " cannot be submitted", failure);
    }
    RunningJob running = new RunningJob(job.name(), cluster, graph.getJobID());
    jobs.put(running, needed);
    return running;
  }

  private void grow(int needed) throws IOException, InterruptedException {
    for (RunningJob job : List.copyOf(jobs.keySet())) {
      if (job.ended()) {
        jobs.remove(job);
      }
    }
    int taken = jobs.values().stream().mapToInt(Integer::intValue).sum();
    while (slots < taken + needed) {
      try {
        cluster.startTaskManager();
      } catch (Exception failure) {
        throw new IOException("Flink in this process cannot grow to more slots", failure);
      }
      slots += slotsEach;
    }
  }

  /** Flink's own REST interface and page. */
  public URI restAddress() throws IOException, InterruptedException {
    try {
      return cluster.getRestAddress().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException("Flink's address is not known", failure);
    }
  }

  /** Ends all jobs; their checkpoints stay. */
  @Override
  public void close() throws IOException {
    try {
      cluster.closeAsync().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException("Flink did not end in order", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
