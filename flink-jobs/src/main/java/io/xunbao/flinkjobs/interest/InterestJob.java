package io.xunbao.flinkjobs.interest;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.interest.InterestMessage;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * Events to interests. Each event counts for its shopper, for the shopper's segment where the event
 * names one, and for all shoppers; the interests of these groups are what is popular.
 */
public final class InterestJob {
  private InterestJob() {}

  /**
   * Adds the job.
   *
   * @param events accepted ones, under pseudonyms
   * @param erasures shoppers to forget
   * @return interests by owner: for a topic that keeps the newest of each
   */
  public static DataStream<InterestMessage> build(
      DataStream<BehaviourEvent> events, DataStream<Erasure> erasures, InterestSettings settings) {
    return events
        .flatMap(new Signals(), TypeInformation.of(Signal.class))
        .name("for whom events count")
        .uid("interest-signals")
        .keyBy(Signal::owner, Types.STRING)
        .connect(erasures.keyBy(Erasure::user, Types.STRING))
        .process(new KeepInterests(settings), TypeInformation.of(InterestMessage.class))
        .name("interests")
        .uid("interest-keep");
  }

  /** Sends an event to all for whom it counts. */
  static final class Signals implements FlatMapFunction<BehaviourEvent, Signal> {
    private static final long serialVersionUID = 1;

    @Override
    public void flatMap(BehaviourEvent event, Collector<Signal> out) {
      if (event.product() == null) {
        return;
      }
      out.collect(new Signal(event.user(), event));
      out.collect(new Signal(Signal.ALL, event));
      String segment = event.attributes().get(Signal.SEGMENT);
      if (segment != null && !segment.isBlank()) {
        out.collect(new Signal(Signal.GROUP + segment, event));
      }
    }
  }
}
