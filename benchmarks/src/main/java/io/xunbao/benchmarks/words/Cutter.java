package io.xunbao.benchmarks.words;

import java.util.List;

/** One segmenter under test. */
interface Cutter {
  /** The name in reports. */
  String name();

  /**
   * The words of a text in their order. What it leaves out, such as spaces, is found again by the
   * caller.
   */
  List<Word> cut(String text);

  /**
   * A word by its place in the text.
   *
   * @param start offset of its first UTF-16 unit
   * @param end offset after its last one
   */
  record Word(int start, int end) {}
}
