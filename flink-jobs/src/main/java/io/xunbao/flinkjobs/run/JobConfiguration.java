package io.xunbao.flinkjobs.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;

/** What a job asks of Flink, wherever it runs. */
final class JobConfiguration {
  /** Records wait at most so long for company between two operators. */
  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(10);

  private JobConfiguration() {}

  static Configuration of(StreamJob job, JobSettings settings) throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.NAME, job.name());
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
    checkpoints(configuration, job.checkpoints(), settings.checkpointInterval());
    configuration.set(
        CheckpointingOptions.ENABLE_UNALIGNED, settings.unaligned() && job.unalignable());
    restarts(configuration);
    job.from()
        .ifPresent(
            checkpoint -> {
              configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
              configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
            });
    return configuration;
  }

  private static void checkpoints(Configuration configuration, Path folder, Duration interval) {
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
  }

  /** A stream never gives up: a full disk or a broker that is away are mended while it waits. */
  private static void restarts(Configuration configuration) {
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofMillis(200));
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(15));
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
        Duration.ofMinutes(1));
  }
}
