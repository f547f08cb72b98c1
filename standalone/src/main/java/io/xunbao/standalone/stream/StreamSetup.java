package io.xunbao.standalone.stream;

import io.xunbao.flinkjobs.behaviour.ShopperSettings;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.products.StreamTarget;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all streaming jobs of an installation share.
 *
 * @param target the index that products go to
 * @param checkpoints folder of all jobs' checkpoints
 * @param shoppers how behaviour is followed; null where there is no pseudonym key, and so no such
 *     job
 * @param stateOnDisk whether that job's state lies in RocksDB instead of on the heap
 */
public record StreamSetup(
    KafkaSettings kafka,
    TopicNames topics,
    StreamTarget target,
    Path checkpoints,
    @Nullable ShopperSettings shoppers,
    boolean stateOnDisk) {
  public StreamSetup {
    Objects.requireNonNull(kafka, "kafka");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(checkpoints, "checkpoints");
  }

  /** An installation that follows products alone. */
  public StreamSetup(
      KafkaSettings kafka, TopicNames topics, StreamTarget target, Path checkpoints) {
    this(kafka, topics, target, checkpoints, null, false);
  }
}
