package io.xunbao.flinkjobs.behaviour;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Learns from each window of event time how many events are usual in the next one. */
final class RateLimits {
  private RateLimits() {}

  static DataStream<RateLimit> learn(DataStream<CheckedEvent> events, BotRules rules) {
    Duration window = rules.window();
    return events
        .keyBy(CheckedEvent::user, Types.STRING)
        .window(TumblingEventTimeWindows.of(window))
        .aggregate(new Count())
        .name("events a shopper")
        .uid("rate-counts")
        .windowAll(TumblingEventTimeWindows.of(window))
        .aggregate(
            new Histogram(),
            new Limit(rules),
            Types.MAP(Types.LONG, Types.LONG),
            Types.MAP(Types.LONG, Types.LONG),
            TypeInformation.of(RateLimit.class))
        .name("usual rates")
        .uid("rate-limits");
  }

  /** Counts the events of one shopper. */
  static final class Count implements AggregateFunction<CheckedEvent, Long, Long> {
    private static final long serialVersionUID = 1;

    @Override
    public Long createAccumulator() {
      return 0L;
    }

    @Override
    public Long add(CheckedEvent event, Long count) {
      return count + 1;
    }

    @Override
    public Long getResult(Long count) {
      return count;
    }

    @Override
    public Long merge(Long a, Long b) {
      return a + b;
    }
  }

  /** Counts shoppers by their number of events: as large as there are different numbers. */
  static final class Histogram
      implements AggregateFunction<Long, Map<Long, Long>, Map<Long, Long>> {
    private static final long serialVersionUID = 1;

    @Override
    public Map<Long, Long> createAccumulator() {
      return new HashMap<>();
    }

    @Override
    public Map<Long, Long> add(Long count, Map<Long, Long> shoppers) {
      shoppers.merge(count, 1L, Long::sum);
      return shoppers;
    }

    @Override
    public Map<Long, Long> getResult(Map<Long, Long> shoppers) {
      return shoppers;
    }

    @Override
    public Map<Long, Long> merge(Map<Long, Long> a, Map<Long, Long> b) {
      b.forEach((count, times) -> a.merge(count, times, Long::sum));
      return a;
    }
  }

  /** Turns a window's histogram into the limit of the next. */
  static final class Limit
      extends ProcessAllWindowFunction<Map<Long, Long>, RateLimit, TimeWindow> {
    private static final long serialVersionUID = 1;

    private final BotRules rules;

    Limit(BotRules rules) {
      this.rules = rules;
    }

    @Override
    public void process(
        Context context, Iterable<Map<Long, Long>> histograms, Collector<RateLimit> out) {
      for (Map<Long, Long> histogram : histograms) {
        CountSpread spread = new CountSpread(histogram);
        double median = spread.median();
        double mad = spread.mad();
        out.collect(
            new RateLimit(
                context.window().getEnd(),
                spread.shoppers(),
                median,
                mad,
                rules.limit(median, mad)));
      }
    }
  }
}
