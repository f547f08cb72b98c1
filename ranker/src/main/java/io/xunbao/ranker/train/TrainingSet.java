package io.xunbao.ranker.train;

import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows with grades, grouped by query: the rows of a group stand together and compete with each
 * other only.
 *
 * @param matrix one row a candidate
 * @param grades one a row, at least 0; whole numbers where trees are to be trained
 * @param groups what each group is called, such as the query's id
 * @param sizes rows of each group, in order
 * @param weights what each row counts for, such as one over the chance that it was looked at; empty
 *     where all count alike
 */
public record TrainingSet(
    FeatureMatrix matrix, int[] grades, List<String> groups, int[] sizes, float[] weights) {
  /** Gains are powers of two of a grade; trainers keep a table of them. */
  static final int MAX_GRADE = 30;

  public TrainingSet {
    groups = List.copyOf(groups);
    grades = grades.clone();
    sizes = sizes.clone();
    weights = weights.clone();
    if (weights.length != 0 && weights.length != grades.length) {
      throw new IllegalArgumentException(
          "weights must be one a row or none, got " + weights.length + " for " + grades.length);
    }
    int rows = Arrays.stream(sizes).sum();
    if (grades.length != matrix.rows() || rows != matrix.rows() || groups.size() != sizes.length) {
      throw new IllegalArgumentException(
          "rows, grades and groups must agree, got "
              + (matrix.rows() + " rows, " + grades.length + " grades, ")
              + (rows + " rows in " + groups.size() + " groups of " + sizes.length + " sizes"));
    }
    for (int grade : grades) {
      if (grade < 0 || grade > MAX_GRADE) {
        throw new IllegalArgumentException("a grade must be in 0..30, got " + grade);
      }
    }
  }

  /** Rows that all count alike. */
  public TrainingSet(FeatureMatrix matrix, int[] grades, List<String> groups, int[] sizes) {
    this(matrix, grades, groups, sizes, new float[0]);
  }

  /** Whether some rows count for more than others. */
  boolean isWeighted() {
    return weights.length > 0;
  }

  public FeatureSchema schema() {
    return matrix.schema();
  }

  public int rows() {
    return matrix.rows();
  }

  /** The rows of some groups, in the order asked for. */
  public TrainingSet only(List<Integer> wanted) {
    int[] starts = starts();
    int rows = wanted.stream().mapToInt(group -> sizes[group]).sum();
    int columns = matrix.columns();
    double[] values = new double[rows * columns];
    int[] picked = new int[rows];
    float[] pickedWeights = new float[isWeighted() ? rows : 0];
    int to = 0;
    for (int group : wanted) {
      int from = starts[group];
      System.arraycopy(
          matrix.values(), from * columns, values, to * columns, sizes[group] * columns);
      System.arraycopy(grades, from, picked, to, sizes[group]);
      if (isWeighted()) {
        System.arraycopy(weights, from, pickedWeights, to, sizes[group]);
      }
      to += sizes[group];
    }
    return new TrainingSet(
        new FeatureMatrix(schema(), rows, values),
        picked,
        wanted.stream().map(groups::get).toList(),
        wanted.stream().mapToInt(group -> sizes[group]).toArray(),
        pickedWeights);
  }

  /** The same rows with some of their columns. */
  public TrainingSet columns(List<String> names) {
    int[] kept = names.stream().mapToInt(name -> column(name)).toArray();
    double[] values = new double[rows() * kept.length];
    for (int row = 0; row < rows(); row++) {
      for (int i = 0; i < kept.length; i++) {
        values[row * kept.length + i] = matrix.get(row, kept[i]);
      }
    }
    FeatureMatrix narrow = new FeatureMatrix(new FeatureSchema(names), rows(), values);
    return new TrainingSet(narrow, grades, groups, sizes, weights);
  }

  private int column(String name) {
    int column = schema().names().indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("no feature " + name + " among " + schema().names());
    }
    return column;
  }

  /** The grades as trainers take them. */
  float[] labels() {
    float[] labels = new float[grades.length];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = grades[row];
    }
    return labels;
  }

  /** The first row of each group, and the number of rows at the end. */
  int[] starts() {
    int[] starts = new int[sizes.length + 1];
    for (int i = 0; i < sizes.length; i++) {
      starts[i + 1] = starts[i] + sizes[i];
    }
    return starts;
  }

  /** The sets one after another, all rows alike in weight; they must share their schema. */
  public static TrainingSet join(FeatureSchema schema, List<TrainingSet> parts) {
    int rows = parts.stream().mapToInt(TrainingSet::rows).sum();
    double[] values = new double[rows * schema.size()];
    int[] grades = new int[rows];
    List<String> groups = new ArrayList<>();
    int to = 0;
    for (TrainingSet part : parts) {
      if (!part.schema().equals(schema)) {
        throw new IllegalArgumentException("the parts must share their schema");
      }
      double[] from = part.matrix().values();
      System.arraycopy(from, 0, values, to * schema.size(), from.length);
      System.arraycopy(part.grades(), 0, grades, to, part.rows());
      groups.addAll(part.groups());
      to += part.rows();
    }
    int[] sizes = parts.stream().flatMapToInt(part -> Arrays.stream(part.sizes())).toArray();
    return new TrainingSet(new FeatureMatrix(schema, rows, values), grades, groups, sizes);
  }
}
