package io.xunbao.flinkjobs.behaviour;

import io.xunbao.flinkjobs.io.KafkaIn;
import io.xunbao.flinkjobs.io.KafkaOut;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Start;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.run.StreamJob;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * {@link ShopperJobs} as one job over Kafka. Without state it begins at the oldest events that the
 * topics still hold: what was counted before is then counted anew from them alone.
 *
 * @param checkpoints folder of its state
 * @param stateOnDisk whether state lies in RocksDB, for more shoppers than fit on the heap; a job
 *     goes on only with the kind of state that it began with
 */
public record ShopperStreamJob(
    KafkaSettings kafka,
    TopicNames topics,
    Path checkpoints,
    ShopperSettings settings,
    boolean stateOnDisk)
    implements StreamJob {
  /** The name of the job. */
  public static final String NAME = "shoppers";

  public ShopperStreamJob {
    Objects.requireNonNull(kafka, "kafka");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(checkpoints, "checkpoints");
    Objects.requireNonNull(settings, "settings");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean unalignable() {
    return true;
  }

  @Override
  public void build(StreamExecutionEnvironment environment) {
    Configuration state = new Configuration();
    state.set(StateBackendOptions.STATE_BACKEND, stateOnDisk ? "rocksdb" : "hashmap");
    environment.configure(state);
    ShopperJobs.build(
        KafkaIn.unbounded(environment, kafka, topics, NAME),
        new KafkaOut(kafka, topics),
        new Start.Earliest(),
        settings);
  }
}
