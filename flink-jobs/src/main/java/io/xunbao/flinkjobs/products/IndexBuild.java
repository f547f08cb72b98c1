package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexLock;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.words.IndexWords;
import io.xunbao.indexer.write.CarryOver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Builds a generation from files with a Flink job in this process, beside the one that is served,
 * and serves it when it is whole. Killed at any point and run again with the same files, it goes on
 * from its last checkpoint and ends with the same index.
 */
public final class IndexBuild {
  private static final long POLL_MILLIS = 1000;

  private final BuildRequest request;
  private final Consumer<BuildProgress> progress;

  private IndexBuild(BuildRequest request, Consumer<BuildProgress> progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Runs a build to its end.
   *
   * @param progress told about once a second
   * @throws BuildRefusedException when a half-built generation of other inputs is in the way
   * @throws IOException when the job fails: the cause's own message, with nothing lost that was
   *     published
   */
  public static BuildResult run(BuildRequest request, Consumer<BuildProgress> progress)
      throws IOException, InterruptedException {
    if (request.files().isEmpty()) {
      throw new IllegalArgumentException("a build needs at least one file, got none");
    }
    requireReadable(request);
    try (IndexLock lock = IndexLock.takeWhole(request.index())) {
      return new IndexBuild(request, progress).run();
    }
  }

  static void requireReadable(BuildRequest request) throws IOException {
    for (ProductFile file : request.files()) {
      file.requireReadable();
    }
  }

  /** Whether the generation that is served was built from just these files, mappings and words. */
  public static boolean isServed(BuildRequest request) throws IOException {
    IndexDirectory index = request.index();
    Optional<String> served = index.served();
    return served.isPresent()
        && index
            .generation(served.get())
            .inputs()
            .equals(
                Fingerprint.of(
                    request.files(), IndexWords.at(index).current().lexicon().version()));
  }

  /**
   * Builds a generation to its end, but serves nothing. The caller has the right to build.
   *
   * @throws IOException when the job fails, or its counts do not balance
   */
  static BuildResult beside(BuildRequest request, BuildPlan plan, Consumer<BuildProgress> progress)
      throws IOException, InterruptedException {
    return new IndexBuild(request, progress).build(plan);
  }

  private BuildResult run() throws IOException, InterruptedException {
    IndexDirectory index = request.index();
    Optional<String> before = index.served();
    BuildPlan plan = BuildPlan.make(request);
    requireNoReindex(plan.generation());
    BuildResult result = build(plan);
    index.serve(result.generation().id());
    checkpoints(result.generation()).remove();
    OldGenerations.drop(index, before, request.keep());
    return result;
  }

  private void requireNoReindex(Generation generation) throws IOException {
    Optional<Snapshot> there = request.index().snapshots(generation.id()).current();
    if (there.flatMap(CarryOver::source).isPresent()) {
      throw new BuildRefusedException(
          generation.id()
              + " was begun by ./xunbao reindex, and has taken over what came through the stream."
              + " Either run that again, and it goes on where it stopped; or add --restart to throw"
              + " it away");
    }
  }

  private BuildResult build(BuildPlan plan) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Generation generation = plan.generation();
    if (BuildPlan.finishedCommits(request.index(), generation).isEmpty()) {
      runJob(generation, checkpoints(generation));
    }
    Snapshot snapshot = publishLast(generation);
    BuildResult result =
        new BuildResult(
            generation, snapshot, plan.resumed(), Duration.ofNanos(System.nanoTime() - start));
    if (!result.balances()) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s is not served, for its counts do not balance: %d records read, %s, %d documents",
              generation.id(),
              result.recordsIn(),
              result.tally(),
              snapshot.documents()));
    }
    return result;
  }

  private Checkpoints checkpoints(Generation generation) {
    return checkpoints(request.index(), generation);
  }

  /** Where the state of a build lies until it is served. */
  static Checkpoints checkpoints(IndexDirectory index, Generation generation) {
    return new Checkpoints(index.folder(generation.id()).resolve(".checkpoints"));
  }

  private void runJob(Generation generation, Checkpoints checkpoints)
      throws IOException, InterruptedException {
    StreamExecutionEnvironment environment =
        LocalJobs.environment(
            checkpoints.folder(),
            checkpoints.newest(),
            request.checkpointInterval(),
            request.webUi());
    IndexProductsJob.build(environment, request.files(), request.index(), generation);
    try {
      JobClient job = environment.executeAsync("index " + generation.id());
      watch(job, System.nanoTime());
    } catch (ExecutionException failure) {
      throw JobFailures.explain(failure.getCause());
    } catch (IOException | InterruptedException | RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw JobFailures.explain(failure);
    }
  }

  private void watch(JobClient job, long start)
      throws ExecutionException, InterruptedException, IOException {
    long total = totalBytes();
    CompletableFuture<?> end = job.getJobExecutionResult();
    while (true) {
      try {
        end.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException stillRunning) {
        Map<String, Object> counts = accumulators(job);
        progress.accept(
            new BuildProgress(
                count(counts, CountRecords.RECORDS),
                count(counts, CountRecords.BYTES),
                total,
                Duration.ofNanos(System.nanoTime() - start)));
      }
    }
  }

  /**
   * Counts may be unavailable while the job begins or ends; then the progress shows none. A cluster
   * that ended with its job a moment ago refuses even the question, by an illegal state.
   */
  private static Map<String, Object> accumulators(JobClient job) throws InterruptedException {
    try {
      return job.getAccumulators().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | IllegalStateException unavailable) {
      return Map.of();
    }
  }

  private static long count(Map<String, Object> counts, String name) {
    return counts.get(name) instanceof Long count ? count : 0;
  }

  private long totalBytes() throws IOException {
    long total = 0;
    for (ProductFile file : request.files()) {
      total += Files.size(Path.of(file.path()));
    }
    return total;
  }

  /**
   * Publishes the last commits. The job has done so as a rule; but Flink can lose the last
   * committables of a bounded job (FLINK-38614), and publishing twice changes nothing.
   */
  private Snapshot publishLast(Generation generation) throws IOException {
    IndexDirectory index = request.index();
    Optional<List<ShardCommit>> last = BuildPlan.finishedCommits(index, generation);
    if (last.isEmpty()) {
      throw new IOException(
          generation.id() + " ended without a last commit in every shard; run it again");
    }
    index.snapshots(generation.id()).publish(last.get());
    return index
        .snapshots(generation.id())
        .current()
        .orElseThrow(() -> new IOException(generation.id() + " has no snapshot"));
  }
}
