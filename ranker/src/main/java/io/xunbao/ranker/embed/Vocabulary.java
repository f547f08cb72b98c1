package io.xunbao.ranker.embed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The words of an embedding, each with its row and how often it stood in the training text. */
public final class Vocabulary {
  private final List<String> words;
  private final long[] counts;
  private final long total;
  private final Map<String, Integer> rows;

  /**
   * @param words distinct words; the position is the row
   * @param counts occurrences of each word, 0 or more
   */
  public Vocabulary(List<String> words, long[] counts) {
    if (words.size() != counts.length) {
      throw new IllegalArgumentException(
          "each word needs a count, got " + words.size() + " words, " + counts.length + " counts");
    }
    this.words = List.copyOf(words);
    this.counts = counts.clone();
    this.rows = HashMap.newHashMap(counts.length);
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < 0) {
        throw new IllegalArgumentException("a count must be >= 0, got " + counts[i]);
      }
      if (rows.put(words.get(i), i) != null) {
        throw new IllegalArgumentException("a word must stand once, got twice: " + words.get(i));
      }
      sum += counts[i];
    }
    this.total = sum;
  }

  public int size() {
    return counts.length;
  }

  /** The sum of all counts. */
  public long total() {
    return total;
  }

  public String word(int row) {
    return words.get(row);
  }

  public List<String> words() {
    return words;
  }

  public long count(int row) {
    return counts[row];
  }

  public boolean contains(String word) {
    return rows.containsKey(word);
  }

  /** The row of a word, empty where it is unknown. */
  public OptionalInt row(String word) {
    Integer row = rows.get(word);
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }
}
