package io.xunbao.ranker.feature;

import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * A feature: its name, what it means, and its formula.
 *
 * @param name such as {@code title.coverage}; changes when the formula does
 * @param english what it tells, for people
 * @param chinese the same in Chinese
 */
record Feature(String name, String english, String chinese, ToDoubleFunction<Row> formula) {
  Feature {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(english, "english");
    Objects.requireNonNull(chinese, "chinese");
    Objects.requireNonNull(formula, "formula");
  }
}
