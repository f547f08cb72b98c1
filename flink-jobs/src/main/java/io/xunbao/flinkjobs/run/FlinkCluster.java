package io.xunbao.flinkjobs.run;

import java.io.IOException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A Flink cluster elsewhere, reached by its REST interface. Its processes must have this project's
 * jars on their class path, and see the index and the checkpoints under the same paths.
 */
public final class FlinkCluster {
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
   * @return its id in the cluster
   * @throws IOException when the cluster does not take it
   */
  public String submit(StreamJob job, JobSettings settings) throws IOException {
    Configuration configuration = JobConfiguration.of(job, settings);
    configuration.set(DeploymentOptions.TARGET, "remote");
    configuration.set(RestOptions.ADDRESS, host);
    configuration.set(RestOptions.PORT, port);
    configuration.set(JobManagerOptions.ADDRESS, host);
    StreamExecutionEnvironment environment = new StreamExecutionEnvironment(configuration);
    environment.setParallelism(settings.parallelism());
    job.build(environment);
    try {
      JobClient client = environment.executeAsync(job.name());
      return client.getJobID().toString();
    } catch (Exception refused) {
      throw new IOException(
          "Flink at " + host + ":" + port + " does not take the job " + job.name(), refused);
    }
  }
}
