package io.xunbao.flinkjobs.behaviour;

import io.xunbao.ranker.feedback.BehaviourEvent;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Raw lines to events: check and pseudonym in the first operator, then, by pseudonym, duplicates,
 * machines and visits.
 */
public final class BehaviourJob {
  static final OutputTag<RejectedEvent> REJECTED =
      new OutputTag<>("rejected", TypeInformation.of(RejectedEvent.class));
  static final OutputTag<CheckedEvent> DUPLICATES =
      new OutputTag<>("duplicates", TypeInformation.of(CheckedEvent.class));
  static final OutputTag<Visit> VISITS = new OutputTag<>("visits", TypeInformation.of(Visit.class));

  private BehaviourJob() {}

  /** Adds the job behind a stream of lines, whose timestamps and watermarks it replaces. */
  public static BehaviourStreams build(DataStream<RawEvent> lines, BehaviourSettings settings) {
    SingleOutputStreamOperator<CheckedEvent> read =
        lines
            .process(new ReadEvents(settings, REJECTED))
            .returns(TypeInformation.of(CheckedEvent.class))
            .name("check events and hide users")
            .uid("behaviour-read");
    DataStream<CheckedEvent> timed =
        read.assignTimestampsAndWatermarks(
                WatermarkStrategy.<CheckedEvent>forBoundedOutOfOrderness(settings.outOfOrder())
                    .withTimestampAssigner((event, before) -> event.at())
                    .withIdleness(settings.idle()))
            .name("time of events")
            .uid("behaviour-time");
    SingleOutputStreamOperator<BehaviourEvent> guarded =
        timed
            .keyBy(CheckedEvent::user, Types.STRING)
            .connect(RateLimits.learn(timed, settings.bots()).broadcast(GuardEvents.LIMITS))
            .process(new GuardEvents(settings), TypeInformation.of(BehaviourEvent.class))
            .name("duplicates, machines, visits")
            .uid("behaviour-guard");
    return new BehaviourStreams(
        guarded,
        read.getSideOutput(REJECTED).union(guarded.getSideOutput(REJECTED)),
        guarded.getSideOutput(DUPLICATES),
        guarded.getSideOutput(VISITS));
  }
}
