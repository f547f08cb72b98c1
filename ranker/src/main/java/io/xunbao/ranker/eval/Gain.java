package io.xunbao.ranker.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums of graded gains over a ranking. */
final class Gain {
  private static final double LN2 = Math.log(2);

  private Gain() {}

  static double ndcg(List<String> ranking, Judgements judged, int cutoff) {
    double ideal = ideal(judged, cutoff);
    int[] grades = ranking.stream().limit(cutoff).mapToInt(judged::grade).toArray();
    return ideal == 0 ? Double.NaN : dcg(grades) / ideal;
  }

  static double upperBound(List<String> ranking, Judgements judged, int cutoff, int grade) {
    if (!judged.hasIdeal()) {
      return Double.NaN;
    }
    double best = ndcg(ranking, judged, cutoff);
    Map<String, Integer> hoped = new LinkedHashMap<>(judged.grades());
    // Of any number of good unjudged documents the highest placed gain most; the ideal is the same.
    for (String document : ranking.subList(0, Math.min(cutoff, ranking.size()))) {
      if (hoped.putIfAbsent(document, grade) == null) {
        best = Math.max(best, ndcg(ranking, new Judgements(hoped), cutoff));
      }
    }
    return best;
  }

  static double err(List<String> ranking, Judgements judged, int cutoff, int maxGrade) {
    double walksOn = 1;
    double sum = 0;
    for (int i = 0; i < Math.min(cutoff, ranking.size()); i++) {
      int grade = judged.grade(ranking.get(i));
      if (grade > maxGrade) {
        throw new IllegalArgumentException("grade must be <= " + maxGrade + ", got " + grade);
      }
      double stops = gain(grade) / Math.scalb(1.0, maxGrade);
      sum += walksOn * stops / (i + 1);
      walksOn *= 1 - stops;
    }
    return sum;
  }

  private static double ideal(Judgements judged, int cutoff) {
    int[] grades = judged.grades().values().stream().mapToInt(Integer::intValue).sorted().toArray();
    int[] best = new int[Math.min(cutoff, grades.length)];
    for (int i = 0; i < best.length; i++) {
      best[i] = grades[grades.length - 1 - i];
    }
    return dcg(best);
  }

  static double dcg(int[] grades) {
    double sum = 0;
    for (int i = 0; i < grades.length; i++) {
      sum += gain(grades[i]) * LN2 / Math.log(i + 2);
    }
    return sum;
  }

  private static double gain(int grade) {
    return Math.scalb(1.0, grade) - 1;
  }
}
