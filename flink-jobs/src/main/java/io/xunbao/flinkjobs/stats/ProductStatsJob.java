package io.xunbao.flinkjobs.stats;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.Impression;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Events and impressions to statistics of products. */
public final class ProductStatsJob {
  /** Actions that are older than everything remembered; they are in no statistic. */
  static final OutputTag<ProductAction> LATE =
      new OutputTag<>("late", TypeInformation.of(ProductAction.class));

  private ProductStatsJob() {}

  /**
   * What the job gives.
   *
   * @param late actions older than the horizon when they came
   */
  public record Streams(DataStream<ProductStats> stats, DataStream<ProductAction> late) {}

  /**
   * Adds the job behind streams with timestamps and watermarks.
   *
   * @param events accepted ones
   */
  public static Streams build(DataStream<BehaviourEvent> events, StatsSettings settings) {
    return count(actions(events), settings);
  }

  /**
   * The same with what the front door says it showed, each at the propensity of its place.
   *
   * @param impressions lists of products
   */
  public static Streams build(
      DataStream<BehaviourEvent> events,
      DataStream<Impression> impressions,
      StatsSettings settings) {
    DataStream<ProductAction> shown =
        impressions
            .flatMap(new ShownProducts(), TypeInformation.of(ProductAction.class))
            .name("products shown")
            .uid("stats-shown");
    return count(actions(events).union(shown), settings);
  }

  /** Events as actions; an event without a product, such as a search, is none. */
  static DataStream<ProductAction> actions(DataStream<BehaviourEvent> events) {
    return events
        .keyBy(BehaviourEvent::user, Types.STRING)
        .process(new CountClickers(), TypeInformation.of(ProductAction.class))
        .name("actions on products")
        .uid("stats-clickers");
  }

  /** Adds the counting behind actions from anywhere, with timestamps and watermarks. */
  public static Streams count(DataStream<ProductAction> actions, StatsSettings settings) {
    SingleOutputStreamOperator<ProductStats> stats =
        actions
            .keyBy(ProductAction::product, Types.STRING)
            .process(new CountActions(settings), TypeInformation.of(ProductStats.class))
            .name("statistics of products")
            .uid("stats-count");
    return new Streams(stats, stats.getSideOutput(LATE));
  }

  /** Lists of products as impressions of each. */
  static final class ShownProducts implements FlatMapFunction<Impression, ProductAction> {
    private static final long serialVersionUID = 1;

    @Override
    public void flatMap(Impression impression, Collector<ProductAction> out) {
      long at = impression.at().toEpochMilli();
      for (Impression.Shown shown : impression.items()) {
        out.collect(ProductAction.shown(shown.product(), shown.propensity(), at));
      }
    }
  }
}
