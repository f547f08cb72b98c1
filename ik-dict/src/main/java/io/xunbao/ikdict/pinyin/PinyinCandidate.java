package io.xunbao.ikdict.pinyin;

import java.util.Objects;

/**
 * A Chinese text that letters may stand for.
 *
 * @param text Chinese characters
 * @param score natural logarithm of how likely it is; higher is better, comparable within one
 *     answer
 */
public record PinyinCandidate(String text, double score) {
  public PinyinCandidate {
    Objects.requireNonNull(text, "text");
    if (Double.isNaN(score)) {
      throw new IllegalArgumentException("score must be a number, got NaN for " + text);
    }
  }

  PinyinCandidate followedBy(PinyinCandidate word) {
    return new PinyinCandidate(text + word.text, score + word.score);
  }
}
