package io.xunbao.ikdict.build;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads HanLP's binary dictionaries: values in word order, then a double-array trie whose step is
 * {@code base + c + 1} and whose word ends are marked by a step on code 0.
 */
final class HanlpCore {
  private final int[] base;
  private final List<List<Integer>> childrenOfBase = new ArrayList<>();
  private final int[] frequencies;
  private final Map<String, Integer> words = new TreeMap<>();

  private HanlpCore(ByteBuffer in) {
    frequencies = new int[in.getInt()];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = in.getInt();
      int natures = in.getInt();
      in.position(in.position() + natures * 2 * Integer.BYTES);
    }
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

  /** The words of a dictionary with their frequencies. */
  static Map<String, Integer> read(String path) {
    HanlpCore reader = new HanlpCore(Resources.bytes(path));
    reader.walk(0, new StringBuilder());
    return reader.words;
  }

  private void walk(int state, StringBuilder spelling) {
    int start = base[state];
    if (start <= 0) {
      return;
    }
    for (int child : childrenOfBase.get(start)) {
      int code = child - start;
      if (code == 0) {
        words.put(spelling.toString(), frequencies[-base[child] - 1]);
      } else if (code > 0) {
        spelling.append((char) (code - 1));
        walk(child, spelling);
        spelling.setLength(spelling.length() - 1);
      }
    }
  }
}
