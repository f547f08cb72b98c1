package io.xunbao.ranker.train;

import io.xunbao.ranker.eval.Judgements;
import io.xunbao.ranker.eval.Qrels;
import io.xunbao.ranker.eval.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns graded rows and their scores into judgements and a run, so that metrics are defined once.
 */
public final class GroupedMetrics {
  private GroupedMetrics() {}

  /** The grades of a set; documents are called by their row in the group, from 0. */
  public static Qrels qrels(TrainingSet rows) {
    Map<String, Judgements> queries = new LinkedHashMap<>();
    int[] starts = rows.starts();
    for (int group = 0; group < rows.sizes().length; group++) {
      Map<String, Integer> grades = new LinkedHashMap<>();
      for (int row = starts[group]; row < starts[group + 1]; row++) {
        grades.put(Integer.toString(row - starts[group]), rows.grades()[row]);
      }
      queries.put(rows.groups().get(group), new Judgements(grades));
    }
    return new Qrels(queries);
  }

  /** The ranking that scores give; of equal scores the earlier row comes first. */
  public static Run run(TrainingSet rows, double[] scores) {
    Map<String, List<Run.Scored>> queries = new LinkedHashMap<>();
    int[] starts = rows.starts();
    for (int group = 0; group < rows.sizes().length; group++) {
      List<Run.Scored> ranked = new ArrayList<>();
      for (int row = starts[group]; row < starts[group + 1]; row++) {
        ranked.add(new Run.Scored(Integer.toString(row - starts[group]), scores[row]));
      }
      ranked.sort(Comparator.comparingDouble(Run.Scored::score).reversed());
      queries.put(rows.groups().get(group), ranked);
    }
    return new Run(queries);
  }
}
