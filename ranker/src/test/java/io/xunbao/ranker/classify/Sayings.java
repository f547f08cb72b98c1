package io.xunbao.ranker.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Generated texts of known labels: a text of label {@code k} draws one word in two from the words
 * of its label and the rest from words that all share.
 */
final class Sayings {
  private Sayings() {}

  static List<LabelledText> of(int labels, int count, RandomGenerator random) {
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int label = random.nextInt(labels);
      List<String> words = new ArrayList<>();
      for (int j = 0; j < 8; j++) {
        words.add(
            random.nextBoolean()
                ? "own" + (char) ('a' + label) + random.nextInt(20)
                : "shared" + random.nextInt(40));
      }
      texts.add(new LabelledText("label" + label, words));
    }
    return texts;
  }
}
