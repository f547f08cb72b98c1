package io.xunbao.ikdict.build;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** Reads HanLP's binary dictionaries: values in word order, then a {@link HanlpTrie}. */
final class HanlpCore {
  private HanlpCore() {}

  /** The words of a dictionary with their frequencies. */
  static Map<String, Integer> read(String path) {
    ByteBuffer in = Resources.bytes(path);
    int[] frequencies = new int[in.getInt()];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = in.getInt();
      int natures = in.getInt();
      in.position(in.position() + natures * 2 * Integer.BYTES);
    }
    return words(in, frequencies);
  }

  /**
   * How often each word of a dictionary has one label.
   *
   * @param label the number of the label in HanLP's enumeration of them
   */
  static Map<String, Integer> read(String path, int label) {
    ByteBuffer in = Resources.bytes(path);
    int[] frequencies = new int[in.getInt()];
    for (int i = 0; i < frequencies.length; i++) {
      for (int labels = in.getInt(); labels > 0; labels--) {
        boolean wanted = in.getInt() == label;
        int frequency = in.getInt();
        frequencies[i] += wanted ? frequency : 0;
      }
    }
    return words(in, frequencies);
  }

  private static Map<String, Integer> words(ByteBuffer trie, int[] frequencies) {
    Map<String, Integer> words = new TreeMap<>();
    HanlpTrie.words(trie).forEach((word, value) -> words.put(word, frequencies[value]));
    return words;
  }
}
