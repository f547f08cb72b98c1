package io.xunbao.benchmarks.ranking;

import io.github.metarank.lightgbm4j.LGBMException;
import io.xunbao.benchmarks.CpuTime;
import io.xunbao.benchmarks.Plot;
import io.xunbao.ranker.trees.LightGbmText;
import io.xunbao.ranker.trees.TreeScorer;
import java.util.ArrayList;
import java.util.List;

/** What scoring a window costs as the trees grow in number. */
public final class TreeCosts {
  private static final int[] TREES = {30, 100, 300, 1_000};
  private static final int WINDOW = 200;
  private static final double WARM_UP_SECONDS = 1;
  private static final double SECONDS = 2;

  private TreeCosts() {}

  /** CPU microseconds a window of 200 documents, one thread, trees of 31 leaves. */
  public static Plot.Curve measure() throws LGBMException {
    List<Plot.Point> points = new ArrayList<>();
    double[] values = Forests.rows(2, WINDOW);
    for (int trees : TREES) {
      TreeScorer scorer = new TreeScorer(LightGbmText.parse(Forests.lightGbm(trees)));
      micros(scorer, values, WARM_UP_SECONDS);
      points.add(new Plot.Point(trees, micros(scorer, values, SECONDS)));
    }
    return new Plot.Curve("Scoring 200 hits", "trees of 31 leaves", "CPU us", points);
  }

  private static double micros(TreeScorer scorer, double[] values, double seconds) {
    CpuTime cpu = new CpuTime();
    long windows = 0;
    double sum = 0;
    while (cpu.seconds() < seconds) {
      sum += scorer.score(values, WINDOW)[0];
      windows++;
    }
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("scores must be numbers");
    }
    return cpu.seconds() * 1e6 / windows;
  }
}
