package io.xunbao.ranker.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * Features of a candidate beside the other candidates of its window: how many standard deviations a
 * value lies above the window's mean. Scores of different queries have no common scale, but their
 * places within a window do (query-level normalisation: Qin, Liu, Xu and Li, "LETOR: a benchmark
 * collection for research on learning to rank", Information Retrieval 13, 2010).
 */
final class RelativeFeatures {
  private static final List<String> OF =
      List.of(
          "retrieval.score",
          "title.bm25",
          "attributes.bm25",
          "description.bm25",
          "embedding.cosine",
          "any.coverage",
          "title.density",
          "title.words",
          "product.price",
          "product.attributes");

  private final int[] sources;
  private final List<Feature> declared = new ArrayList<>();

  /**
   * @param pointwise the features of a candidate alone, in the order of their columns
   */
  RelativeFeatures(List<Feature> pointwise) {
    List<String> names = pointwise.stream().map(Feature::name).toList();
    this.sources = OF.stream().mapToInt(names::indexOf).toArray();
    for (int source : sources) {
      Feature of = pointwise.get(source);
      declared.add(
          new Feature(
              "window." + of.name(),
              of.english() + ", beside the other hits",
              of.chinese() + "（与其他结果相比）",
              row -> Double.NaN));
    }
  }

  /** Names and words; the values come by {@link #fill}. */
  List<Feature> declared() {
    return declared;
  }

  /**
   * Fills the columns of these features.
   *
   * @param first the first of them
   */
  void fill(FeatureMatrix matrix, int first) {
    for (int i = 0; i < sources.length; i++) {
      standardise(matrix, sources[i], first + i);
    }
  }

  /** Missing stays missing; where all known values are alike each is 0. */
  private static void standardise(FeatureMatrix matrix, int from, int to) {
    double sum = 0;
    int known = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      double value = matrix.get(row, from);
      if (!Double.isNaN(value)) {
        sum += value;
        known++;
      }
    }
    double mean = sum / known;
    double squares = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      double off = matrix.get(row, from) - mean;
      squares += Double.isNaN(off) ? 0 : off * off;
    }
    double deviation = Math.sqrt(squares / known);
    // Rounding alone would make a deviation where all values are alike.
    double scale = deviation > 1e-6 * Math.max(1, Math.abs(mean)) ? 1 / deviation : 0;
    for (int row = 0; row < matrix.rows(); row++) {
      double off = matrix.get(row, from) - mean;
      matrix.values()[row * matrix.columns() + to] = (float) (off * scale);
    }
  }
}
