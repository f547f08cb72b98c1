package io.xunbao.flinkjobs.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One streaming job: its name, where its state lives, and what it does. */
public interface StreamJob {
  /** Tells it apart from the other jobs, such as {@code products}. */
  String name();

  /** The folder of its checkpoints. */
  Path checkpoints();

  /**
   * The checkpoint whose state it goes on from; empty to begin without state.
   *
   * <p>As a rule the newest complete one in {@link #checkpoints}.
   */
  default Optional<Path> from() throws IOException {
    return CheckpointFolder.newest(checkpoints());
  }

  /**
   * Whether the barriers of its checkpoints may overtake records, which then lie in the checkpoint.
   * Not where something else than the checkpoint says how far the job has read, as an index does.
   */
  default boolean unalignable() {
    return false;
  }

  /** Adds its operators to an environment whose parallelism, checkpoints and restarts are set. */
  void build(StreamExecutionEnvironment environment);
}
