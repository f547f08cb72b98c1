package io.xunbao.flinkjobs.stats;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's events as actions on products, with the changes of whom {@link Clickers} counts: a
 * click that arrives late may be the first, and one too many takes the shopper back. {@code
 * stats.discounted} counts those who are taken back.
 *
 * <p>Kept of a shopper: a tally for each product of the week and, for events that come late, of the
 * week before. What is later than the memory for duplicates, a day, is refused before it comes
 * here.
 */
final class CountClickers extends KeyedProcessFunction<String, BehaviourEvent, ProductAction> {
  private static final long serialVersionUID = 1;

  private transient @Nullable MapState<String, ClickTally> tallies;
  private transient @Nullable Counter discounted;

  @Override
  public void open(OpenContext context) {
    tallies =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "tallies", Types.STRING, TypeInformation.of(ClickTally.class)));
    discounted = getRuntimeContext().getMetricGroup().addGroup("stats").counter("discounted");
  }

  @Override
  public void processElement(BehaviourEvent event, Context context, Collector<ProductAction> out)
      throws Exception {
    ProductAction action = Clickers.action(event).orElse(null);
    if (action == null) {
      return;
    }
    out.collect(action);
    if (action.type() == EventType.CLICK) {
      tally(action, context, out);
    }
  }

  private void tally(ProductAction click, Context context, Collector<ProductAction> out)
      throws Exception {
    MapState<String, ClickTally> state = Objects.requireNonNull(tallies);
    long period = Clickers.period(click.at());
    String key = period + " " + click.product();
    ClickTally before = state.get(key);
    ClickTally own = ClickTally.of(click.at());
    ClickTally after = before == null ? own : before.plus(own);
    state.put(key, after);
    if (before == null) {
      context.timerService().registerEventTimeTimer(forgotten(period));
    }
    tell(click.product(), before, after, out);
  }

  private void tell(
      String product, @Nullable ClickTally before, ClickTally after, Collector<ProductAction> out) {
    ClickTally counted = before != null && before.counts() ? before : null;
    if (counted != null && after.counts() && counted.first() == after.first()) {
      return;
    }
    if (counted != null) {
      out.collect(ProductAction.clicker(product, -1, counted.first()));
      if (!after.counts()) {
        Objects.requireNonNull(discounted).inc();
      }
    }
    if (after.counts()) {
      out.collect(ProductAction.clicker(product, 1, after.first()));
    }
  }

  /** When tallies of a period are no longer kept. */
  private static long forgotten(long period) {
    return (period + 2) * Clickers.PERIOD;
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<ProductAction> out)
      throws Exception {
    MapState<String, ClickTally> state = Objects.requireNonNull(tallies);
    Iterator<Map.Entry<String, ClickTally>> entries = state.iterator();
    while (entries.hasNext()) {
      if (forgotten(Clickers.period(entries.next().getValue().first())) <= time) {
        entries.remove();
      }
    }
    if (state.isEmpty()) {
      state.clear(); // an emptied map still has an entry of its own
    }
  }
}
