package io.xunbao.ranker.classify;

import io.xunbao.ranker.embed.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The rows that a text switches on: one for each known word, one for each pair of neighbouring
 * words, and one for each pair of neighbouring characters, so that a word that was never seen still
 * counts by what it is made of. Pairs are hashed into buckets (Weinberger et al. 2009, "Feature
 * Hashing for Large Scale Multitask Learning"); what falls into one bucket shares a row.
 *
 * <p>Rows 0 to vocabulary.size - 1 are words, those behind them buckets in their order. Safe for
 * several threads.
 */
final class TextFeatures {
  private static final int WORD_PAIR = 0x57;
  private static final int CHARACTER_PAIR = 0x43;

  private final Vocabulary vocabulary;
  private final int[] bucketRows;

  /**
   * @param bucketRows the row of each bucket, -1 for none; a power of two of them
   */
  TextFeatures(Vocabulary vocabulary, int[] bucketRows) {
    this.vocabulary = vocabulary;
    this.bucketRows = bucketRows.clone();
  }

  /** Gives a row to each bucket that texts fall into at least {@code minCount} times. */
  static TextFeatures of(
      Vocabulary vocabulary, int buckets, List<List<String>> texts, int minCount) {
    int words = vocabulary.size();
    int[] rows = new int[buckets];
    Arrays.setAll(rows, bucket -> words + bucket);
    TextFeatures all = new TextFeatures(vocabulary, rows);
    int[] counts = new int[buckets];
    for (List<String> text : texts) {
      for (int row : all.rows(text)) {
        if (row >= words) {
          counts[row - words]++;
        }
      }
    }
    int next = words;
    for (int bucket = 0; bucket < buckets; bucket++) {
      rows[bucket] = counts[bucket] >= minCount ? next++ : -1;
    }
    return new TextFeatures(vocabulary, rows);
  }

  /** The number of rows. */
  int size() {
    return vocabulary.size()
        + Math.toIntExact(Arrays.stream(bucketRows).filter(row -> row >= 0).count());
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  int buckets() {
    return bucketRows.length;
  }

  /** The row of a bucket, or -1. */
  int bucketRow(int bucket) {
    return bucketRows[bucket];
  }

  /** The rows of a text, with repetitions; empty where nothing of it is known. */
  int[] rows(List<String> words) {
    int characters = words.stream().mapToInt(String::length).sum();
    int[] rows = new int[2 * words.size() + characters];
    int n = addWords(words, rows);
    n = addCharacterPairs(words, rows, n);
    return Arrays.copyOf(rows, n);
  }

  private int addWords(List<String> words, int[] rows) {
    int n = 0;
    String before = "";
    for (String word : words) {
      OptionalInt row = vocabulary.row(word);
      if (row.isPresent()) {
        rows[n++] = row.getAsInt();
      }
      if (!before.isEmpty()) {
        n = add(bucketRows[bucket(WORD_PAIR, before.hashCode(), word.hashCode())], rows, n);
      }
      before = word;
    }
    return n;
  }

  /** Pairs run over the borders of words: two ways to cut a text agree in them. */
  private int addCharacterPairs(List<String> words, int[] rows, int start) {
    int n = start;
    int before = 0;
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        if (before != 0) {
          n = add(bucketRows[bucket(CHARACTER_PAIR, before, c)], rows, n);
        }
        before = c;
      }
    }
    return n;
  }

  private static int add(int row, int[] rows, int n) {
    if (row >= 0) {
      rows[n] = row;
      return n + 1;
    }
    return n;
  }

  /** The 64-bit finaliser of MurmurHash3, on the two parts and what kind of pair they are. */
  private int bucket(int kind, int first, int second) {
    long h = (long) first << 32 ^ (second & 0xffffffffL) ^ (long) kind << 56;
    h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
    h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
    return (int) (h ^ h >>> 33) & bucketRows.length - 1;
  }
}
