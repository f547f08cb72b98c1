package io.xunbao.indexer.search;

/**
 * A part of a text, in UTF-16 units of the text as it was written.
 *
 * @param start offset of the first unit
 * @param end offset after the last unit
 */
public record TextRange(int start, int end) {
  public TextRange {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "0 <= start < end must hold, got " + start + " and " + end);
    }
  }
}
