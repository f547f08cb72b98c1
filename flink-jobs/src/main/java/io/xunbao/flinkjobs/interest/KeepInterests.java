package io.xunbao.flinkjobs.interest;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.InterestMessage;
import io.xunbao.ranker.interest.LiveInterests;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Keeps the interests of each owner and tells them: at once, or a pause after the last time. */
final class KeepInterests extends KeyedCoProcessFunction<String, Signal, Erasure, InterestMessage> {
  static final String INTERESTS = "interests";

  private static final long serialVersionUID = 1;

  private final InterestSettings settings;

  private transient @Nullable ValueState<LiveInterests> interests;
  private transient @Nullable ValueState<Long> quietUntil;
  private transient @Nullable ValueState<Long> erasedAt;
  private transient ProductFacts.@Nullable Vectors vectors;
  private transient @Nullable EventWeights weights;

  KeepInterests(InterestSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) throws IOException {
    StateTtlConfig retention =
        StateTtlConfig.newBuilder(settings.retention())
            .setUpdateType(StateTtlConfig.UpdateType.OnCreateAndWrite)
            .setStateVisibility(StateTtlConfig.StateVisibility.NeverReturnExpired)
            .cleanupFullSnapshot()
            .build();
    ValueStateDescriptor<LiveInterests> kept =
        new ValueStateDescriptor<>(INTERESTS, TypeInformation.of(LiveInterests.class));
    kept.enableTimeToLive(retention);
    interests = getRuntimeContext().getState(kept);
    ValueStateDescriptor<Long> erased = new ValueStateDescriptor<>("erasedAt", Types.LONG);
    erased.enableTimeToLive(retention);
    erasedAt = getRuntimeContext().getState(erased);
    ValueStateDescriptor<Long> quiet = new ValueStateDescriptor<>("quietUntil", Types.LONG);
    quiet.enableTimeToLive(retention);
    quietUntil = getRuntimeContext().getState(quiet);
    vectors = settings.facts().open();
    weights = EventWeights.defaults();
  }

  @Override
  public void processElement1(Signal signal, Context context, Collector<InterestMessage> out)
      throws Exception {
    BehaviourEvent event = signal.event();
    String product = event.product();
    Long erased = Objects.requireNonNull(erasedAt).value();
    if (product == null || (erased != null && event.at().toEpochMilli() <= erased)) {
      return;
    }
    ProductFacts.Vectors known = Objects.requireNonNull(vectors);
    LiveInterests before = current();
    LiveInterests after =
        before.plus(
            event.type(),
            product,
            known.vector(product),
            event.attributes().get("category"),
            event.at(),
            Objects.requireNonNull(weights));
    if (after != before) {
      Objects.requireNonNull(interests).update(after);
      tellSoon(after, context, out);
    }
  }

  /** What is kept; nothing where an embedding of another size has taken over since. */
  private LiveInterests current() throws IOException {
    int dimensions = Objects.requireNonNull(vectors).dimensions();
    LiveInterests kept = Objects.requireNonNull(interests).value();
    if (kept == null) {
      return LiveInterests.none(dimensions);
    }
    return kept.shortTerm().length == dimensions
        ? kept
        : new LiveInterests(
            kept.profile(), new float[dimensions], new float[dimensions], kept.categories());
  }

  private void tellSoon(LiveInterests now, Context context, Collector<InterestMessage> out)
      throws IOException {
    ValueState<Long> quiet = Objects.requireNonNull(quietUntil);
    Long until = quiet.value();
    long time = context.timerService().currentProcessingTime();
    if (until == null || time >= until) {
      out.collect(new InterestMessage(context.getCurrentKey(), now));
      quiet.update(time + pause(context.getCurrentKey()));
    } else {
      context.timerService().registerProcessingTimeTimer(until); // the same for all within a pause
    }
  }

  private long pause(String owner) {
    return (Signal.isGroup(owner) ? settings.groupPause() : settings.pause()).toMillis();
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<InterestMessage> out)
      throws Exception {
    LiveInterests now = Objects.requireNonNull(interests).value();
    if (now != null) {
      out.collect(new InterestMessage(context.getCurrentKey(), now));
      Objects.requireNonNull(quietUntil).update(time + pause(context.getCurrentKey()));
    }
  }

  /** Forgets at once; what the shopper did before is ignored also when it comes later. */
  @Override
  public void processElement2(Erasure erasure, Context context, Collector<InterestMessage> out)
      throws Exception {
    Objects.requireNonNull(interests).clear();
    Objects.requireNonNull(quietUntil).clear();
    Objects.requireNonNull(erasedAt).update(erasure.at());
    int dimensions = Objects.requireNonNull(vectors).dimensions();
    out.collect(new InterestMessage(erasure.user(), LiveInterests.none(dimensions)));
  }
}
