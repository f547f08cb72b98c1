package io.xunbao.indexer.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a mapping file asks of a quality rule, in place of what the rule does by itself. */
public enum RuleMode {
  /** The rule is not asked. */
  @JsonProperty("off")
  OFF,
  /** What the rule finds is reported, the product is indexed as it stands. */
  @JsonProperty("warn")
  WARN,
  /** What the rule finds sends the record to quarantine. */
  @JsonProperty("quarantine")
  QUARANTINE
}
