package io.xunbao.flinkjobs.behaviour;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventJson;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * What needs the memory of one shopper: duplicates, machines, visits. Event time alone decides what
 * is remembered, so a replay at any speed judges alike; only the limit on rates comes from another
 * operator and may take hold an event earlier or later.
 *
 * <p>Flink begins without a watermark after a restart, so the newest one is kept here: an event
 * whose id was forgotten before a crash must not pass for a new one after it.
 */
final class GuardEvents
    extends KeyedBroadcastProcessFunction<String, CheckedEvent, RateLimit, BehaviourEvent>
    implements CheckpointedFunction {
  static final MapStateDescriptor<Integer, RateLimit> LIMITS =
      new MapStateDescriptor<>("limits", Integer.class, RateLimit.class);

  private static final long serialVersionUID = 1;
  private static final int NEWEST = 0;
  private static final long TICK = Duration.ofMinutes(1).toMillis();

  private final BehaviourSettings settings;

  private transient @Nullable MapState<String, Long> seen;
  private transient @Nullable ValueState<Conduct> conduct;
  private transient @Nullable ValueState<Visit> visit;
  private transient @Nullable ConductJudge judge;
  private transient @Nullable BehaviourCounts counts;
  private transient @Nullable EventJson json;
  private transient @Nullable ListState<Long> clocks;
  private transient long clock;

  GuardEvents(BehaviourSettings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    ListState<Long> kept =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("clocks", Types.LONG));
    clock = Long.MIN_VALUE;
    for (long time : kept.get()) {
      clock = Math.max(clock, time);
    }
    clocks = kept;
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    Objects.requireNonNull(clocks).update(List.of(clock));
  }

  /** The newest watermark, those before a restart included. */
  private long clock(long watermark) {
    clock = Math.max(clock, watermark);
    return clock;
  }

  @Override
  public void open(OpenContext context) {
    var runtime = getRuntimeContext();
    seen = runtime.getMapState(new MapStateDescriptor<>("seen", Types.STRING, Types.LONG));
    conduct = runtime.getState(new ValueStateDescriptor<>("conduct", Conduct.class));
    visit = runtime.getState(new ValueStateDescriptor<>("visit", Visit.class));
    judge = new ConductJudge(settings.bots());
    counts = new BehaviourCounts(runtime.getMetricGroup());
    json = new EventJson();
  }

  @Override
  public void processElement(
      CheckedEvent event, ReadOnlyContext context, Collector<BehaviourEvent> out) throws Exception {
    BehaviourCounts counted = Objects.requireNonNull(counts);
    MapState<String, Long> ids = Objects.requireNonNull(seen);
    long watermark = clock(context.currentWatermark());
    if (event.at() <= watermark) {
      counted.late();
    }
    try {
      requireInMemory(event, watermark);
      String id = event.event().id();
      if (ids.contains(id)) {
        counted.duplicate();
        context.output(BehaviourJob.DUPLICATES, event);
        return;
      }
      requireShopper(event, limit(context));
      ids.put(id, event.at());
      remind(context, event.at() + settings.memory().toMillis());
      counted.accepted();
      out.collect(withSession(event, context));
    } catch (BrokenRule broken) {
      counted.rejected(broken.rule());
      String record = Objects.requireNonNull(json).write(event.event());
      context.output(BehaviourJob.REJECTED, broken.of(event, record));
    }
  }

  private void requireInMemory(CheckedEvent event, long watermark) throws BrokenRule {
    boolean started = watermark != Long.MIN_VALUE;
    if (started && event.at() < watermark - settings.memory().toMillis()) {
      throw new BrokenRule(
          "clock.late",
          "an event must arrive within " + settings.memory(),
          event.event().at().toString());
    }
  }

  private void requireShopper(CheckedEvent event, double limit) throws Exception {
    ValueState<Conduct> state = Objects.requireNonNull(conduct);
    Conduct before = state.value();
    ConductJudge.Judgement judgement =
        Objects.requireNonNull(judge).judge(before == null ? Conduct.none() : before, event, limit);
    state.update(judgement.conduct());
    if (judgement.broken() != null) {
      throw judgement.broken();
    }
  }

  private double limit(ReadOnlyContext context) throws Exception {
    RateLimit learned = context.getBroadcastState(LIMITS).get(NEWEST);
    return learned == null ? settings.bots().limit(0, 0) : learned.limit();
  }

  /** Events that name their visit keep the name. */
  private BehaviourEvent withSession(CheckedEvent checked, ReadOnlyContext context)
      throws Exception {
    ValueState<Visit> state = Objects.requireNonNull(visit);
    long gap = settings.sessionGap().toMillis();
    Visit current = state.value();
    if (current != null && current.covers(checked.at(), gap)) {
      current = current.with(checked);
    } else if (current == null || checked.at() > current.end()) {
      if (current != null) {
        context.output(BehaviourJob.VISITS, current);
      }
      current = Visit.begin(checked);
    } else {
      return checked.event();
    }
    state.update(current);
    remind(context, current.end() + gap);
    BehaviourEvent event = checked.event();
    return event.session() == null ? event.inSession(current.id()) : event;
  }

  /** One timer a minute at most, however many events ask for it. */
  private static void remind(ReadOnlyContext context, long when) {
    context.timerService().registerEventTimeTimer((Math.floorDiv(when, TICK) + 1) * TICK);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<BehaviourEvent> out)
      throws Exception {
    clock(context.currentWatermark());
    ValueState<Visit> visits = Objects.requireNonNull(visit);
    Visit current = visits.value();
    if (current != null && current.end() + settings.sessionGap().toMillis() < time) {
      context.output(BehaviourJob.VISITS, current);
      visits.clear();
    }
    if (forget(time - settings.memory().toMillis())) {
      Objects.requireNonNull(conduct).clear();
    }
  }

  /** Forgets the ids of older events; returns whether none is left. */
  private boolean forget(long before) throws Exception {
    MapState<String, Long> ids = Objects.requireNonNull(seen);
    Iterator<Map.Entry<String, Long>> entries = ids.iterator();
    boolean empty = true;
    while (entries.hasNext()) {
      if (entries.next().getValue() < before) {
        entries.remove();
      } else {
        empty = false;
      }
    }
    if (empty) {
      ids.clear(); // an emptied map still has an entry of its own on the heap
    }
    return empty;
  }

  @Override
  public void processBroadcastElement(
      RateLimit limit, Context context, Collector<BehaviourEvent> out) throws Exception {
    clock(context.currentWatermark());
    var state = context.getBroadcastState(LIMITS);
    RateLimit before = state.get(NEWEST);
    if (before == null || limit.from() >= before.from()) {
      state.put(NEWEST, limit);
    }
  }
}
