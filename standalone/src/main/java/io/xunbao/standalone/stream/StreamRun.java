package io.xunbao.standalone.stream;

import io.xunbao.flinkjobs.products.ProductStreamJob;
import io.xunbao.flinkjobs.products.StartRule;
import io.xunbao.flinkjobs.products.StreamTarget;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.LocalCluster;
import io.xunbao.flinkjobs.run.RunningJob;
import io.xunbao.flinkjobs.run.StreamJob;
import io.xunbao.flinkjobs.run.StreamMetrics;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The streaming jobs in this process. The job that writes the index follows what is served: after a
 * reindex or a rollback it ends, and goes on in the other generation where that one's own state, or
 * else its published snapshot, says. One thread uses it.
 */
public final class StreamRun implements Closeable {
  private final StreamSetup setup;
  private final JobSettings settings;
  private final LocalCluster cluster;
  private final List<RunningJob> others = new ArrayList<>();
  private @Nullable ProductStreamJob products;
  private @Nullable RunningJob writer;
  private Optional<String> served;

  private StreamRun(
      StreamSetup setup, JobSettings settings, LocalCluster cluster, Optional<String> served) {
    this.setup = setup;
    this.settings = settings;
    this.cluster = cluster;
    this.served = served;
  }

  /**
   * Starts jobs by name, each from its newest checkpoint.
   *
   * @param metrics shows what the jobs measure
   * @throws IllegalArgumentException when there is no such job; the message names the nearest
   * @throws io.xunbao.flinkjobs.products.BuildRefusedException when the state of one is missing
   */
  public static StreamRun start(
      List<String> names, StreamSetup setup, JobSettings settings, StreamMetrics metrics)
      throws IOException, InterruptedException {
    Optional<String> served = setup.target().index().served();
    List<StreamJob> jobs = StreamJobs.plan(names, setup);
    LocalCluster cluster =
        LocalCluster.start(settings.parallelism() * Math.max(1, jobs.size()), metrics);
    StreamRun run = new StreamRun(setup, settings, cluster, served);
    boolean started = false;
    try {
      for (StreamJob job : jobs) {
        run.submit(job);
      }
      started = true;
      return run;
    } finally {
      if (!started) {
        IOUtils.closeWhileHandlingException(cluster);
      }
    }
  }

  private void submit(StreamJob job) throws IOException, InterruptedException {
    RunningJob running = cluster.submit(job, settings);
    if (job instanceof ProductStreamJob writes) {
      products = writes;
      writer = running;
    } else {
      others.add(running);
    }
  }

  /** The jobs that run now. */
  public List<RunningJob> jobs() {
    List<RunningJob> jobs = new ArrayList<>();
    if (writer != null) {
      jobs.add(writer);
    }
    jobs.addAll(others);
    return jobs;
  }

  /** Flink's own REST interface and page. */
  public URI restAddress() throws IOException, InterruptedException {
    return cluster.restAddress();
  }

  /**
   * Moves the job that writes the index, where another generation is served than before.
   *
   * @return the id of the generation that it moved to; empty as a rule
   * @throws IOException when it cannot move now; the next call tries again
   */
  public Optional<String> follow() throws IOException, InterruptedException {
    ProductStreamJob at = products;
    Optional<String> now = setup.target().index().served();
    if (at == null || now.isEmpty()) {
      return Optional.empty();
    }
    boolean elsewhere = !now.equals(served) && !now.get().equals(at.generation().id());
    if (writer != null && !elsewhere) {
      served = now;
      return Optional.empty();
    }
    if (writer != null) {
      writer.cancel();
      writer = null;
    }
    StreamTarget target =
        new StreamTarget(
            setup.target().index(),
            setup.target().shards(),
            StartRule.PUBLISHED,
            setup.target().share());
    submit(ProductStreamJob.plan(setup.kafka(), setup.topics(), target, setup.checkpoints()));
    served = now;
    return now;
  }

  /** Ends all jobs; their checkpoints stay. */
  @Override
  public void close() throws IOException {
    cluster.close();
  }
}
