package io.xunbao.indexer.quality;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found in a product that was accepted all the same.
 *
 * @param rule name of the rule
 * @param field of the product, by its contract name
 * @param value as found, before a repair; null where it is missing
 * @param message what is wrong, and for a repair what was done
 */
public record Finding(
    String rule, Severity severity, String field, @Nullable String value, String message) {
  public Finding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(message, "message");
  }
}
