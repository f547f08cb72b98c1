package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.run.JobSettings;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The stream that a new generation catches up with.
 *
 * @param names what its topics are called
 * @param checkpoints folder of all generations' checkpoints, the same that the streaming job has:
 *     it goes on there after the swap
 * @param settings of the job that catches up
 */
public record CatchUpStream(
    KafkaSettings kafka, TopicNames names, Path checkpoints, JobSettings settings) {
  public CatchUpStream {
    Objects.requireNonNull(kafka, "kafka");
    Objects.requireNonNull(names, "names");
    Objects.requireNonNull(checkpoints, "checkpoints");
    Objects.requireNonNull(settings, "settings");
  }
}
