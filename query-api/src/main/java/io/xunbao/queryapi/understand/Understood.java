package io.xunbao.queryapi.understand;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A query as it is searched.
 *
 * @param typed what the shopper typed
 * @param text what is searched
 * @param variants the same in other words, by the shop's synonyms
 * @param corrected whether {@code text} is spelt otherwise than it was typed
 * @param brand the brand that the query names; null for none
 * @param category the category that the query names; null for none
 * @param steps what was done, in order
 */
public record Understood(
    String typed,
    String text,
    List<String> variants,
    boolean corrected,
    @Nullable String brand,
    @Nullable String category,
    List<Step> steps) {
  public Understood {
    Objects.requireNonNull(typed, "typed");
    Objects.requireNonNull(text, "text");
    variants = List.copyOf(variants);
    steps = List.copyOf(steps);
  }

  /** One step: its name, and what came of it. */
  public record Step(String name, String result) {}
}
