package io.xunbao.benchmarks.words;

import java.util.BitSet;
import java.util.List;

/** Where a text is cut: a bit for each offset at which a word starts or ends. */
final class Borders {
  private Borders() {}

  /** Borders of words; what lies between words is cut into runs of one character. */
  static BitSet of(String text, List<Cutter.Word> words) {
    BitSet borders = new BitSet(text.length() + 1);
    borders.set(0);
    borders.set(text.length());
    int at = 0;
    for (Cutter.Word word : words) {
      if (word.start() >= at && word.end() <= text.length()) {
        markGap(text, at, word.start(), borders);
        borders.set(word.start());
        borders.set(word.end());
        at = word.end();
      }
    }
    markGap(text, at, text.length(), borders);
    return borders;
  }

  private static void markGap(String text, int from, int to, BitSet borders) {
    for (int i = from; i < to; i++) {
      if (i == from || text.charAt(i) != text.charAt(i - 1)) {
        borders.set(i);
      }
    }
    borders.set(to);
  }

  /** Borders of a line of gold: words separated by white space, which is not part of the text. */
  static BitSet ofGold(String line) {
    BitSet borders = new BitSet();
    int at = 0;
    borders.set(0);
    for (String word : line.strip().split("\\s+")) {
      at += word.length();
      borders.set(at);
    }
    return borders;
  }
}
