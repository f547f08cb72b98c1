package io.xunbao.flinkjobs.stats;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Counts the actions of each product by the hour and tells its statistics: a short pause after a
 * change, and when something leaves a window. At most one bucket an hour of the horizon is kept.
 */
final class CountActions extends KeyedProcessFunction<String, ProductAction, ProductStats> {
  private static final long serialVersionUID = 1;

  private final StatsSettings settings;

  private transient @Nullable MapState<Long, Counts> hours;
  private transient @Nullable ValueState<Long> reminder;
  private transient @Nullable Buckets buckets;
  private transient @Nullable Counter late;

  CountActions(StatsSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    hours =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("hours", Types.LONG, TypeInformation.of(Counts.class)));
    reminder = getRuntimeContext().getState(new ValueStateDescriptor<>("reminder", Types.LONG));
    buckets = new Buckets(settings);
    late = getRuntimeContext().getMetricGroup().addGroup("stats").counter("late");
  }

  @Override
  public void processElement(ProductAction action, Context context, Collector<ProductStats> out)
      throws Exception {
    long hour = Buckets.hourOf(action.at());
    if (leaves(hour, settings.horizon()) <= context.timerService().currentWatermark()) {
      Objects.requireNonNull(late).inc();
      context.output(ProductStatsJob.LATE, action);
      return;
    }
    MapState<Long, Counts> state = Objects.requireNonNull(hours);
    Counts before = state.get(hour);
    if (before == null) {
      remindOf(hour, context);
    }
    Counts added = Counts.of(action);
    state.put(hour, before == null ? added : before.plus(added));
    tellSoon(context);
  }

  /** The time from which an hour is no longer within a window. */
  private static long leaves(long hour, long window) {
    return (hour + window) * Buckets.HOUR;
  }

  private void remindOf(long hour, Context context) {
    for (long window : settings.windows()) {
      remind(leaves(hour, window), context.timerService());
    }
    remind(leaves(hour, settings.horizon()), context.timerService());
  }

  /** What has left a window before it came needs no timer, which would tell of a time long past. */
  private static void remind(long time, TimerService timers) {
    if (time > timers.currentWatermark()) {
      timers.registerEventTimeTimer(time);
    }
  }

  private void tellSoon(Context context) throws Exception {
    ValueState<Long> state = Objects.requireNonNull(reminder);
    if (state.value() == null) {
      long when = context.timerService().currentProcessingTime() + settings.pause().toMillis();
      context.timerService().registerProcessingTimeTimer(when);
      state.update(when);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<ProductStats> out)
      throws Exception {
    long hour = Buckets.hourOf(context.timerService().currentWatermark());
    if (context.timeDomain() == TimeDomain.EVENT_TIME) {
      hour = Buckets.hourOf(time);
    } else {
      Objects.requireNonNull(reminder).clear();
    }
    tell(context.getCurrentKey(), hour, out);
  }

  private void tell(String product, long hour, Collector<ProductStats> out) throws Exception {
    MapState<Long, Counts> state = Objects.requireNonNull(hours);
    TreeMap<Long, Counts> counts = new TreeMap<>();
    for (Map.Entry<Long, Counts> entry : state.entries()) {
      counts.put(entry.getKey(), entry.getValue());
    }
    if (counts.isEmpty()) {
      return;
    }
    long asOf = Math.max(hour, counts.lastKey());
    out.collect(Objects.requireNonNull(buckets).stats(product, counts, asOf));
    for (long old : counts.headMap(asOf - settings.horizon() + 1).keySet()) {
      state.remove(old);
    }
    if (counts.lastKey() <= asOf - settings.horizon()) {
      state.clear();
    }
  }
}
