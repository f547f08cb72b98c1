package io.xunbao.flinkjobs.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A Flink cluster elsewhere, reached by its REST interface. It needs nothing of this project: each
 * job brings its jar. Its processes must see the index and the checkpoints under the same paths.
 */
public final class FlinkCluster {
  private static final long PATIENCE_SECONDS = 20;

  private final String host;
  private final int port;

  private FlinkCluster(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * The cluster at an address.
   *
   * @param address host:port of its REST interface
   */
  public static FlinkCluster at(String address) {
    if (!address.matches("[^:\\s]+:\\d{1,5}")) {
      throw new IllegalArgumentException(
          "cluster must be 'local' or host:port of Flink's REST interface, got '" + address + "'");
    }
    int colon = address.lastIndexOf(':');
    return new FlinkCluster(
        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
  }

  /**
   * Submits a job, which goes on from its newest checkpoint.
   *
   * @param jar with the job's classes and all that Flink's own distribution does not have
   * @return its id in the cluster
   * @throws IOException when the cluster does not take it
   * @throws IllegalArgumentException when the job runs there already
   */
  public String submit(StreamJob job, JobSettings settings, Path jar) throws IOException {
    Configuration configuration = JobConfiguration.of(job, settings);
    configuration.set(DeploymentOptions.TARGET, "remote");
    configuration.set(DeploymentOptions.ATTACHED, false);
    configuration.set(RestOptions.ADDRESS, host);
    configuration.set(RestOptions.PORT, port);
    configuration.set(JobManagerOptions.ADDRESS, host);
    configuration.set(PipelineOptions.JARS, List.of(jar.toUri().toString()));
    refuseSecond(configuration, job.name());
    StreamExecutionEnvironment environment = new StreamExecutionEnvironment(configuration);
    return execute(environment, job, settings, "Flink at " + host + ":" + port);
  }

  /** Two jobs of a name would fight for the shards, and only one of them could ever run. */
  private void refuseSecond(Configuration configuration, String name) throws IOException {
    try (RestClusterClient<StandaloneClusterId> client =
        new RestClusterClient<>(configuration, StandaloneClusterId.getInstance())) {
      for (JobStatusMessage job : client.listJobs().get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        if (job.getJobName().equals(name) && !job.getJobState().isGloballyTerminalState()) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "the job %s is %s already at %s:%d, as %s: cancel that one first",
                  name,
                  job.getJobState(),
                  host,
                  port,
                  job.getJobId()));
        }
      }
    } catch (ExecutionException | TimeoutException unreachable) {
      throw new IOException(
          String.format(Locale.ROOT, "no Flink cluster answers at %s:%d", host, port), unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking for the jobs of the cluster", interrupted);
    } catch (IOException | RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IOException("the client of the Flink cluster failed", failure);
    }
  }

  /**
   * Submits a job to the cluster that this program was handed to, as by {@code flink run}.
   *
   * @return its id in the cluster
   * @throws IOException when the cluster does not take it
   */
  public static String submitToCaller(StreamJob job, JobSettings settings) throws IOException {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(JobConfiguration.of(job, settings));
    return execute(environment, job, settings, "Flink");
  }

  private static String execute(
      StreamExecutionEnvironment environment, StreamJob job, JobSettings settings, String who)
      throws IOException {
    environment.setParallelism(settings.parallelism());
    job.build(environment);
    try {
      JobClient client = environment.executeAsync(job.name());
      return client.getJobID().toString();
    } catch (Exception refused) {
      throw new IOException(who + " does not take the job " + job.name(), refused);
    }
  }
}
