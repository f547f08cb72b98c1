package io.xunbao.flinkjobs.training;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.Impression;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what shoppers do with an impression, in either order of arrival, and gives the labelled
 * group when its window has passed. Only what the shopper did to whom it was shown counts.
 */
final class JoinGroups
    extends KeyedCoProcessFunction<String, Impression, BehaviourEvent, TrainingGroup> {
  private static final long serialVersionUID = 1;
  private static final char SEPARATOR = '\n';

  private final TrainingWindow window;

  private transient @Nullable ValueState<Impression> shown;
  private transient @Nullable ValueState<Boolean> finished;
  private transient @Nullable MapState<String, Integer> labels;
  private transient @Nullable Counter groups;
  private transient @Nullable Counter orphans;
  private transient @Nullable Counter late;

  JoinGroups(TrainingWindow window) {
    this.window = window;
  }

  @Override
  public void open(OpenContext context) {
    var runtime = getRuntimeContext();
    shown =
        runtime.getState(new ValueStateDescriptor<>("shown", TypeInformation.of(Impression.class)));
    labels = runtime.getMapState(new MapStateDescriptor<>("labels", Types.STRING, Types.INT));
    ValueStateDescriptor<Boolean> done = new ValueStateDescriptor<>("finished", Types.BOOLEAN);
    done.enableTimeToLive(StateTtlConfig.newBuilder(window.remembered()).build());
    finished = runtime.getState(done);
    var metrics = runtime.getMetricGroup().addGroup("training");
    groups = metrics.counter("groups");
    orphans = metrics.counter("orphans");
    late = metrics.counter("late");
  }

  @Override
  public void processElement1(Impression impression, Context context, Collector<TrainingGroup> out)
      throws Exception {
    ValueState<Impression> state = Objects.requireNonNull(shown);
    if (state.value() == null && Objects.requireNonNull(finished).value() == null) {
      state.update(impression);
      wake(impression.at().toEpochMilli(), context.timerService());
    }
  }

  @Override
  public void processElement2(BehaviourEvent event, Context context, Collector<TrainingGroup> out)
      throws Exception {
    int label = Labels.of(event.type());
    if (label == 0 || event.product() == null) {
      return;
    }
    if (Objects.requireNonNull(finished).value() != null) {
      Objects.requireNonNull(late).inc();
      return;
    }
    MapState<String, Integer> state = Objects.requireNonNull(labels);
    String key = key(event);
    Integer before = state.get(key);
    state.put(key, before == null ? label : Math.max(before, label));
    wake(event.at().toEpochMilli(), context.timerService());
  }

  /** Who did something, when, and with what: judged when the impression is known. */
  private static String key(BehaviourEvent event) {
    return event.user() + SEPARATOR + event.at().toEpochMilli() + SEPARATOR + event.product();
  }

  private void wake(long from, TimerService timers) {
    timers.registerEventTimeTimer(from + window.length().toMillis());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<TrainingGroup> out)
      throws Exception {
    Impression impression = Objects.requireNonNull(shown).value();
    MapState<String, Integer> found = Objects.requireNonNull(labels);
    if (impression == null) {
      if (!found.isEmpty()) {
        Objects.requireNonNull(orphans).inc();
      }
      found.clear();
    } else if (time >= impression.at().toEpochMilli() + window.length().toMillis()) {
      out.collect(TrainingGroup.of(impression, ofShopper(impression, found)));
      Objects.requireNonNull(groups).inc();
      Objects.requireNonNull(finished).update(true);
      Objects.requireNonNull(shown).clear();
      found.clear();
    }
  }

  private Map<String, Integer> ofShopper(Impression impression, MapState<String, Integer> labels)
      throws Exception {
    long end = impression.at().plus(window.length()).toEpochMilli();
    Map<String, Integer> own = new HashMap<>();
    for (Map.Entry<String, Integer> entry : labels.entries()) {
      String[] parts = entry.getKey().split(String.valueOf(SEPARATOR), 3);
      boolean same = impression.user() == null || impression.user().equals(parts[0]);
      if (same && Long.parseLong(parts[1]) <= end) {
        own.merge(parts[2], entry.getValue(), Math::max);
      }
    }
    return own;
  }
}
