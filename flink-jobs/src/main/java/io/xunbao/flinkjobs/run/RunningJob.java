package io.xunbao.flinkjobs.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.minicluster.MiniCluster;

/** A job that was submitted to a {@link LocalCluster}. */
public final class RunningJob {
  private static final long PATIENCE_SECONDS = 30;

  private final String name;
  private final MiniCluster cluster;
  private final JobID id;

  RunningJob(String name, MiniCluster cluster, JobID id) {
    this.name = name;
    this.cluster = cluster;
    this.id = id;
  }

  public String name() {
    return name;
  }

  /**
   * What it does at the moment, in Flink's words: {@code RUNNING}, {@code RESTARTING}, {@code
   * FAILED}.
   */
  public String status() throws IOException, InterruptedException {
    return jobStatus().name();
  }

  /** Whether it has ended, by itself or by a failure that no restart mends. */
  public boolean ended() throws IOException, InterruptedException {
    return jobStatus().isGloballyTerminalState();
  }

  private JobStatus jobStatus() throws IOException, InterruptedException {
    try {
      return cluster.getJobStatus(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException("the status of " + name + " is not known", failure);
    }
  }

  /** Why it failed, or failed last before a restart; empty where it never did. */
  public Optional<Throwable> failure() throws IOException, InterruptedException {
    try {
      ErrorInfo info =
          cluster.getExecutionGraph(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS).getFailureInfo();
      return info == null
          ? Optional.empty()
          : Optional.of(info.getException().deserializeError(RunningJob.class.getClassLoader()));
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException("the failures of " + name + " are not known", failure);
    }
  }

  /** Waits a while; returns whether it has ended by then. */
  public boolean await(Duration patience) throws IOException, InterruptedException {
    try {
      cluster.requestJobResult(id).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException runsOn) {
      return false;
    } catch (ExecutionException failure) {
      throw new IOException("the end of " + name + " is not known", failure);
    }
  }

  /** Waits until it has ended. */
  public void join() throws IOException, InterruptedException {
    try {
      cluster.requestJobResult(id).get();
    } catch (ExecutionException failure) {
      throw new IOException("the end of " + name + " is not known", failure);
    }
  }

  /** Ends it; its checkpoints stay. */
  public void cancel() throws IOException, InterruptedException {
    try {
      cluster.cancelJob(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      cluster.requestJobResult(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException("the job " + name + " cannot be ended", failure);
    }
  }
}
