package io.xunbao.indexer.quality;

import java.util.Arrays;
import java.util.Locale;

/**
 * Finds titles that share most of their character bigrams, without comparing all with all.
 *
 * <p>MinHash (A. Broder, "On the resemblance and containment of documents", 1997): the chance that
 * two sets have the same minimum under a random hash is their Jaccard similarity. {@link #BANDS}
 * bands of {@link #ROWS} minima each: two titles of similarity s share a band with probability 1 -
 * (1 - s^4)^16, which is above 0.98 from s = 0.7 on.
 */
final class MinHash {
  static final int BANDS = 16;
  static final int ROWS = 4;

  private MinHash() {}

  /** The distinct bigrams of a title's letters and digits, in order of value. */
  static int[] bigrams(String title) {
    String text = title.toLowerCase(Locale.ROOT);
    int[] grams = new int[text.length()];
    int count = 0;
    char before = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        grams[count++] = before << 16 | c;
        before = c;
      }
    }
    Arrays.sort(grams, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || grams[i] != grams[i - 1]) {
        grams[distinct++] = grams[i];
      }
    }
    return Arrays.copyOf(grams, distinct);
  }

  /** One key a band. */
  static int[] bands(int[] bigrams) {
    int[] minima = new int[BANDS * ROWS];
    Arrays.fill(minima, Integer.MAX_VALUE);
    for (int gram : bigrams) {
      long hash = Hash.mix(gram);
      int step = (int) (hash >>> 32) | 1;
      int value = (int) hash;
      for (int i = 0; i < minima.length; i++) {
        value += step;
        minima[i] = Math.min(minima[i], scramble(value));
      }
    }
    int[] keys = new int[BANDS];
    for (int band = 0; band < BANDS; band++) {
      int key = band;
      for (int row = 0; row < ROWS; row++) {
        key = 31 * key + minima[band * ROWS + row];
      }
      keys[band] = scramble(key);
    }
    return keys;
  }

  private static int scramble(int value) {
    int mixed = (value ^ (value >>> 16)) * 0x7FEB352D;
    mixed = (mixed ^ (mixed >>> 15)) * 0x846CA68B;
    return mixed ^ (mixed >>> 16);
  }

  /** |a and b| / |a or b| of two ordered sets; 0 where both are empty. */
  static double jaccard(int[] a, int[] b) {
    int both = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        both++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    int either = a.length + b.length - both;
    return either == 0 ? 0 : (double) both / either;
  }
}
