package io.xunbao.ikdict.build;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads HanLP's double-array tries, whose step is {@code base + c + 1} and whose word ends are
 * marked by a step on code 0.
 */
final class HanlpTrie {
  private final int[] base;
  private final List<List<Integer>> childrenOfBase = new ArrayList<>();
  private final Map<String, Integer> words = new TreeMap<>();

  private HanlpTrie(ByteBuffer in) {
    int size = in.getInt();
    base = new int[size];
    for (int i = 0; i < size; i++) {
      childrenOfBase.add(new ArrayList<>(0));
    }
    for (int i = 0; i < size; i++) {
      base[i] = in.getInt();
      int check = in.getInt();
      if (check > 0 && check < size && i > 0) {
        childrenOfBase.get(check).add(i);
      }
    }
  }

  /** The words of a trie, each with the place of its value among the values. */
  static Map<String, Integer> words(ByteBuffer in) {
    HanlpTrie trie = new HanlpTrie(in);
    trie.walk(0, new StringBuilder());
    return trie.words;
  }

  private void walk(int state, StringBuilder spelling) {
    int start = base[state];
    if (start <= 0) {
      return;
    }
    for (int child : childrenOfBase.get(start)) {
      int code = child - start;
      if (code == 0) {
        words.put(spelling.toString(), -base[child] - 1);
      } else if (code > 0) {
        spelling.append((char) (code - 1));
        walk(child, spelling);
        spelling.setLength(spelling.length() - 1);
      }
    }
  }
}
