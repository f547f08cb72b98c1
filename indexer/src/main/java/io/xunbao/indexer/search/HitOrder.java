package io.xunbao.indexer.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Sorts hits by falling score, then by id in the order of its UTF-8 bytes, as Lucene has it. */
public final class HitOrder {
  private static final Comparator<Hit> BY_ID = (one, other) -> compareBytes(one.id(), other.id());

  private HitOrder() {}

  /** The hits in their order, in a new list that may be changed. */
  public static List<Hit> byScore(List<Hit> hits) {
    long[] keys = new long[hits.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(hits.get(i).score(), i);
    }
    Arrays.sort(keys);
    List<Hit> sorted = new ArrayList<>(keys.length);
    for (long key : keys) {
      sorted.add(hits.get((int) key));
    }
    sortTies(sorted);
    return sorted;
  }

  /**
   * Compares as the UTF-8 bytes of both compare, which is the order of their code points:
   * characters of pairs stand for code points above all that one character can hold.
   */
  private static int compareBytes(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean ofPair = Character.isSurrogate(a);
        return ofPair == Character.isSurrogate(b) ? a - b : ofPair ? 1 : -1;
      }
    }
    return one.length() - other.length();
  }

  /** Ascending keys are falling scores: the complement of the score's ordered bits, and a place. */
  private static long key(float score, int place) {
    int bits = Float.floatToIntBits(score);
    int ordered = bits ^ bits >> 31 & Integer.MAX_VALUE;
    return (long) ~ordered << Integer.SIZE | place;
  }

  private static void sortTies(List<Hit> sorted) {
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size()
          || Float.compare(sorted.get(i).score(), sorted.get(from).score()) != 0) {
        if (i - from > 1) {
          sorted.subList(from, i).sort(BY_ID);
        }
        from = i;
      }
    }
  }
}
