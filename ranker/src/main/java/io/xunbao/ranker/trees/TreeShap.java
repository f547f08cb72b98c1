package io.xunbao.ranker.trees;

import java.util.List;

/**
 * Shapley values of a tree ensemble's features for one row: how much each moved the score away from
 * the mean of the training rows (path-dependent TreeSHAP; Lundberg et al., Nature Machine
 * Intelligence 2020, algorithm 2). They add up to the score.
 */
public final class TreeShap {
  private final TreeEnsemble ensemble;

  public TreeShap(TreeEnsemble ensemble) {
    this.ensemble = ensemble;
  }

  /**
   * The contributions to the score of a row.
   *
   * @param row one value a feature; NaN is missing
   * @return one value a feature, then the score of the mean training row; their sum is the score
   *     within rounding
   */
  public double[] contributions(double[] row) {
    double[] values = ensemble.inputs(row);
    double[] contributions = new double[ensemble.features().size() + 1];
    contributions[contributions.length - 1] = ensemble.baseScore();
    for (Tree tree : ensemble.trees()) {
      contributions[contributions.length - 1] += mean(tree, tree.splits().isEmpty() ? ~0 : 0);
      if (!tree.splits().isEmpty()) {
        new Walk(tree, values, contributions)
            .descend(0, new Path(depth(tree.splits(), 0) + 2), 1, 1, -1);
      }
    }
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] /= ensemble.divisor();
    }
    return contributions;
  }

  /** The mean of the leaves below a node, weighted by the training rows in each. */
  private static double mean(Tree tree, int node) {
    if (node < 0) {
      return tree.leaves()[~node];
    }
    Split split = tree.splits().get(node);
    double left = cover(tree, split.left());
    double right = cover(tree, split.right());
    double sum = left + right;
    return sum == 0
        ? 0
        : (left * mean(tree, split.left()) + right * mean(tree, split.right())) / sum;
  }

  /** Training rows at a node; the sum of its leaves, so that the shares of a split add up to 1. */
  private static double cover(Tree tree, int node) {
    if (node < 0) {
      return tree.leafCovers()[~node];
    }
    Split split = tree.splits().get(node);
    return cover(tree, split.left()) + cover(tree, split.right());
  }

  private static int depth(List<Split> splits, int node) {
    return node < 0
        ? 0
        : 1
            + Math.max(
                depth(splits, splits.get(node).left()), depth(splits, splits.get(node).right()));
  }

  /** The descent through one tree for one row. */
  private record Walk(Tree tree, double[] values, double[] contributions) {

    /**
     * Visits a node.
     *
     * @param path the features split on above it
     * @param zero share of the training rows that take the last step
     * @param one 1 where the row itself takes it, else 0
     * @param feature what the last step was split on, -1 at the root
     */
    void descend(int node, Path path, double zero, double one, int feature) {
      path.extend(zero, one, feature);
      if (node < 0) {
        unfold(path, tree.leaves()[~node]);
        return;
      }
      Split split = tree.splits().get(node);
      boolean left = split.goesLeft(values[split.feature()]);
      double zeroBefore = 1;
      double oneBefore = 1;
      int again = path.indexOf(split.feature());
      if (again >= 0) {
        zeroBefore = path.zero(again);
        oneBefore = path.one(again);
        path.unwind(again);
      }
      double all = cover(tree, node);
      for (int child : new int[] {split.left(), split.right()}) {
        double share = all == 0 ? 0 : cover(tree, child) / all;
        boolean taken = (child == split.left()) == left;
        descend(child, path.copy(), zeroBefore * share, taken ? oneBefore : 0, split.feature());
      }
    }

    private void unfold(Path path, double leaf) {
      for (int i = 1; i < path.length(); i++) {
        contributions[path.feature(i)] += path.unwoundSum(i) * (path.one(i) - path.zero(i)) * leaf;
      }
    }
  }

  /** The distinct features of a path with the weights of its subsets by size. */
  private static final class Path {
    private final int[] features;
    private final double[] zeros;
    private final double[] ones;
    private final double[] weights;
    private int length;

    Path(int capacity) {
      features = new int[capacity];
      zeros = new double[capacity];
      ones = new double[capacity];
      weights = new double[capacity];
    }

    Path copy() {
      Path copy = new Path(features.length);
      System.arraycopy(features, 0, copy.features, 0, length);
      System.arraycopy(zeros, 0, copy.zeros, 0, length);
      System.arraycopy(ones, 0, copy.ones, 0, length);
      System.arraycopy(weights, 0, copy.weights, 0, length);
      copy.length = length;
      return copy;
    }

    int length() {
      return length;
    }

    int feature(int i) {
      return features[i];
    }

    double zero(int i) {
      return zeros[i];
    }

    double one(int i) {
      return ones[i];
    }

    int indexOf(int feature) {
      for (int i = 1; i < length; i++) {
        if (features[i] == feature) {
          return i;
        }
      }
      return -1;
    }

    void extend(double zero, double one, int feature) {
      features[length] = feature;
      zeros[length] = zero;
      ones[length] = one;
      weights[length] = length == 0 ? 1 : 0;
      for (int i = length - 1; i >= 0; i--) {
        weights[i + 1] += one * weights[i] * (i + 1) / (length + 1);
        weights[i] = zero * weights[i] * (length - i) / (length + 1);
      }
      length++;
    }

    void unwind(int index) {
      int last = length - 1;
      double next = weights[last];
      for (int i = last - 1; i >= 0; i--) {
        if (ones[index] != 0) {
          double kept = weights[i];
          weights[i] = next * (last + 1) / ((i + 1) * ones[index]);
          next = kept - weights[i] * zeros[index] * (last - i) / (last + 1);
        } else {
          weights[i] = weights[i] * (last + 1) / (zeros[index] * (last - i));
        }
      }
      for (int i = index; i < last; i++) {
        features[i] = features[i + 1];
        zeros[i] = zeros[i + 1];
        ones[i] = ones[i + 1];
      }
      length--;
    }

    double unwoundSum(int index) {
      int last = length - 1;
      double next = weights[last];
      double sum = 0;
      for (int i = last - 1; i >= 0; i--) {
        if (ones[index] != 0) {
          double weight = next * (last + 1) / ((i + 1) * ones[index]);
          sum += weight;
          next = weights[i] - weight * zeros[index] * ((last - i) / (double) (last + 1));
        } else if (zeros[index] != 0) {
          sum += weights[i] / zeros[index] / ((last - i) / (double) (last + 1));
        }
      }
      return sum;
    }
  }
}
