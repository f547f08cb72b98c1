package io.xunbao.flinkjobs.behaviour;

import io.xunbao.ranker.feedback.Pseudonyms;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The first operator: lines become events under pseudonyms, or refusals. */
final class ReadEvents extends ProcessFunction<RawEvent, CheckedEvent> {
  private static final long serialVersionUID = 1;

  private final String keyFile;
  private final ClockLimits clocks;
  private final OutputTag<RejectedEvent> rejected;

  private transient @Nullable EventCheck check;
  private transient @Nullable BehaviourCounts counts;

  ReadEvents(BehaviourSettings settings, OutputTag<RejectedEvent> rejected) {
    this.keyFile = settings.keyFile();
    this.clocks = settings.clocks();
    this.rejected = rejected;
  }

  @Override
  public void open(OpenContext context) throws IOException {
    check = new EventCheck(Pseudonyms.load(Path.of(keyFile)), clocks);
    counts = new BehaviourCounts(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(RawEvent raw, Context context, Collector<CheckedEvent> out) {
    EventCheck.Verdict verdict = java.util.Objects.requireNonNull(check).check(raw);
    BehaviourCounts counted = java.util.Objects.requireNonNull(counts);
    counted.in();
    if (verdict.accepted() != null) {
      out.collect(verdict.accepted());
    } else if (verdict.rejected() != null) {
      counted.rejected(verdict.rejected().rule());
      context.output(rejected, verdict.rejected());
    }
  }
}
