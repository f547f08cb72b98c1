package io.xunbao.ranker.recommend;

import java.util.Set;

/**
 * One question with its answers: which items come next after a history.
 *
 * @param group cases of one group (a shopper, a basket) are resampled together
 * @param answers items of which one should be recommended; not empty. {@link #UNKNOWN} among them
 *     is an item that no model can know, and so never found
 * @param excluded items that are no candidates
 */
public record Case(String group, History history, Set<Integer> answers, Set<Integer> excluded) {
  /** The number of an item that is not in the catalogue. */
  static final int UNKNOWN = Integer.MAX_VALUE;

  public Case {
    answers = Set.copyOf(answers);
    excluded = Set.copyOf(excluded);
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("a case needs an answer, got none for " + group);
    }
  }

  /**
   * The rank, from 1, of the best answer by scores, infinite where no answer is known; among equal
   * scores the mean of their ranks, so that a method gains nothing by calling everything equal.
   */
  double rank(float[] scores) {
    double best = Double.POSITIVE_INFINITY;
    for (int answer : answers) {
      if (answer != UNKNOWN) {
        best = Math.min(best, rank(scores, answer));
      }
    }
    return best;
  }

  private double rank(float[] scores, int answer) {
    int better = 0;
    int equal = 0;
    for (int item = 0; item < scores.length; item++) {
      if (item != answer && scores[item] >= scores[answer] && !excluded.contains(item)) {
        if (scores[item] > scores[answer]) {
          better++;
        } else {
          equal++;
        }
      }
    }
    return 1 + better + equal / 2.0;
  }
}
