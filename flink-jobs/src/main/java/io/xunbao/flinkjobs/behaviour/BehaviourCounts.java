package io.xunbao.flinkjobs.behaviour;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts of the behaviour job as Flink metrics: {@code behaviour.in}, {@code .accepted}, {@code
 * .duplicates}, {@code .late}, {@code .rejected} and one a rule. Over all operators and once
 * nothing is under way, in = accepted + duplicates + rejected.
 */
final class BehaviourCounts {
  private final MetricGroup group;
  private final Counter in;
  private final Counter accepted;
  private final Counter duplicates;
  private final Counter late;
  private final Counter rejected;
  private final Map<String, Counter> byRule = new HashMap<>();

  BehaviourCounts(MetricGroup metrics) {
    group = metrics.addGroup("behaviour");
    in = group.counter("in");
    accepted = group.counter("accepted");
    duplicates = group.counter("duplicates");
    late = group.counter("late");
    rejected = group.counter("rejected");
  }

  void in() {
    in.inc();
  }

  void accepted() {
    accepted.inc();
  }

  void duplicate() {
    duplicates.inc();
  }

  /** An event that came after the watermark had passed it, accepted or not. */
  void late() {
    late.inc();
  }

  void rejected(String rule) {
    rejected.inc();
    byRule.computeIfAbsent(rule, name -> group.addGroup("rule", name).counter("rejected")).inc();
  }
}
