package io.xunbao.flinkjobs.run;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.metrics.MetricRegistryConfiguration;
import org.apache.flink.runtime.metrics.MetricRegistryImpl;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** A cluster in this process that tells its measurements to an object of this process. */
final class MeasuredCluster extends MiniCluster {
  private final StreamMetrics metrics;

  MeasuredCluster(MiniClusterConfiguration configuration, StreamMetrics metrics) {
    super(configuration);
    this.metrics = metrics;
  }

  /**
   * No: TaskManagers may be added later, and those of a cluster that began with one cannot reach
   * each other otherwise. Subtasks of the same one still hand over within it.
   */
  @Override
  protected boolean useLocalCommunication() {
    return false;
  }

  @Override
  protected MetricRegistryImpl createMetricRegistry(
      Configuration configuration, long maximumMessageSizeInBytes) {
    return new MetricRegistryImpl(
        MetricRegistryConfiguration.fromConfiguration(configuration, maximumMessageSizeInBytes),
        metrics.reporters());
  }
}
