package io.xunbao.flinkjobs.behaviour;

import org.jspecify.annotations.Nullable;

/** An event breaks a rule; carries no stack trace, for it is data and not a failure. */
final class BrokenRule extends Exception {
  private static final long serialVersionUID = 1;

  private final String rule;
  private final String reason;
  private final @Nullable String value;

  BrokenRule(String rule, String reason, @Nullable String value) {
    super(reason, null, false, false);
    this.rule = rule;
    this.reason = reason;
    this.value = value;
  }

  String rule() {
    return rule;
  }

  RejectedEvent of(RawEvent raw, @Nullable String record) {
    return RejectedEvent.of(raw, rule, reason, value, record);
  }

  RejectedEvent of(CheckedEvent event, String record) {
    return new RejectedEvent(
        rule,
        reason,
        value,
        event.source(),
        event.partition(),
        event.offset(),
        event.received(),
        record);
  }
}
