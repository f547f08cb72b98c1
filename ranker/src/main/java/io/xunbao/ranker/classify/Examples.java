package io.xunbao.ranker.classify;

import java.util.List;
import java.util.SplittableRandom;

/** Labelled texts as rows of features and numbers of labels. */
final class Examples {
  private final int[][] rows;
  private final int[] labels;

  private Examples(int[][] rows, int[] labels) {
    this.rows = rows;
    this.labels = labels;
  }

  static Examples of(List<LabelledText> texts, List<String> labels, TextFeatures features) {
    return new Examples(
        texts.stream().map(text -> features.rows(text.words())).toArray(int[][]::new),
        texts.stream().mapToInt(text -> labels.indexOf(text.label())).toArray());
  }

  int size() {
    return labels.length;
  }

  int[] rows(int example) {
    return rows[example];
  }

  int label(int example) {
    return labels[example];
  }

  /** Every example once, in a random order (Fisher and Yates). */
  int[] shuffled(SplittableRandom random) {
    int[] order = new int[size()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
