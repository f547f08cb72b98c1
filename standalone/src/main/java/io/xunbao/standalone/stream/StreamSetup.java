package io.xunbao.standalone.stream;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.products.StreamTarget;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What all streaming jobs of an installation share.
 *
 * @param target the index that products go to
 * @param checkpoints folder of all jobs' checkpoints
 */
public record StreamSetup(
    KafkaSettings kafka, TopicNames topics, StreamTarget target, Path checkpoints) {
  public StreamSetup {
    Objects.requireNonNull(kafka, "kafka");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(checkpoints, "checkpoints");
  }
}
