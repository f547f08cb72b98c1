package io.xunbao.flinkjobs.training;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.Impression;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.flink.api.common.serialization.Encoder;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/** Impressions and events to labelled groups, and groups to files. */
public final class TrainingGroupsJob {
  private TrainingGroupsJob() {}

  /**
   * Adds the join.
   *
   * @param events accepted ones; those that name no impression are passed over
   */
  public static DataStream<TrainingGroup> build(
      DataStream<Impression> impressions,
      DataStream<BehaviourEvent> events,
      TrainingWindow window) {
    return impressions
        .keyBy(Impression::id, Types.STRING)
        .connect(
            events
                .filter(event -> event.impression() != null)
                .name("events of an impression")
                .uid("training-events")
                .keyBy(event -> Objects.requireNonNull(event.impression()), Types.STRING))
        .process(new JoinGroups(window), TypeInformation.of(TrainingGroup.class))
        .name("labelled groups")
        .uid("training-groups");
  }

  /**
   * Writes groups into files {@code groups-*.jsonl} of a folder, exactly once: a file bears its
   * name when the checkpoint of its last group is complete, and before that it is hidden.
   */
  public static DataStreamSink<TrainingGroup> write(
      DataStream<TrainingGroup> groups, java.nio.file.Path folder) {
    Encoder<TrainingGroup> lines =
        (group, out) -> out.write((group.toJson() + '\n').getBytes(StandardCharsets.UTF_8));
    return groups
        .sinkTo(
            FileSink.forRowFormat(new Path(folder.toUri()), lines)
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .withOutputFileConfig(new OutputFileConfig("groups", ".jsonl"))
                .build())
        .name("write groups")
        .uid("training-files");
  }
}
