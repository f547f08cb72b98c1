package io.xunbao.ranker.classify;

import java.util.List;
import java.util.Objects;

/**
 * A text of which it is known what it is.
 *
 * @param words its tokens in order
 */
public record LabelledText(String label, List<String> words) {
  public LabelledText {
    Objects.requireNonNull(label, "label");
    if (label.isBlank()) {
      throw new IllegalArgumentException("a label must not be blank, got '" + label + "'");
    }
    words = List.copyOf(words);
  }
}
