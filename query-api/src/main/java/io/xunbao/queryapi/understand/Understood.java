package io.xunbao.queryapi.understand;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A query as it is searched.
 *
 * @param typed what the shopper typed
 * @param text what is searched unless a correction is applied
 * @param corrected another spelling that is more likely meant; null for none
 * @param steps what was done, in order
 */
public record Understood(String typed, String text, @Nullable String corrected, List<Step> steps) {
  public Understood {
    Objects.requireNonNull(typed, "typed");
    Objects.requireNonNull(text, "text");
    steps = List.copyOf(steps);
  }

  /** One step: its name, and what came of it. */
  public record Step(String name, String result) {}
}
