package io.xunbao.ranker.trees;

import java.util.List;

/**
 * A binary decision tree. The root is the first split; a tree without splits is one leaf. Leaves
 * may stand in any order.
 *
 * @param splits inner nodes
 * @param leaves values of the leaves
 * @param leafCovers how many training rows (or how much of their weight) each leaf holds
 */
public record Tree(List<Split> splits, double[] leaves, double[] leafCovers) {
  /** Deeper trees are refused: they come of damage, and recursion over them would be one. */
  static final int MAX_DEPTH = 512;

  public Tree {
    splits = List.copyOf(splits);
    leaves = leaves.clone();
    leafCovers = leafCovers.clone();
    if (leaves.length != splits.size() + 1 || leafCovers.length != leaves.length) {
      throw new ModelFormatException(
          "a tree must have one leaf more than splits, and a cover a leaf, got "
              + (leaves.length + " leaves, " + splits.size() + " splits"));
    }
    for (double leaf : leaves) {
      if (!Double.isFinite(leaf)) {
        throw new ModelFormatException("a leaf's value must be finite, got " + leaf);
      }
    }
    requireTree(splits, leaves.length);
  }

  /** Every node and leaf must be reached exactly once from the root. */
  private static void requireTree(List<Split> splits, int leaves) {
    if (splits.isEmpty()) {
      return;
    }
    boolean[] seenSplits = new boolean[splits.size()];
    boolean[] seenLeaves = new boolean[leaves];
    visit(0, splits, seenSplits, seenLeaves, 0);
    for (boolean seen : seenSplits) {
      require(seen, "a split cannot be reached from the root");
    }
    for (boolean seen : seenLeaves) {
      require(seen, "a leaf cannot be reached from the root");
    }
  }

  private static void visit(
      int node, List<Split> splits, boolean[] seenSplits, boolean[] seenLeaves, int depth) {
    boolean[] seen = node >= 0 ? seenSplits : seenLeaves;
    int index = node >= 0 ? node : ~node;
    require(depth <= MAX_DEPTH, "a tree is deeper than " + MAX_DEPTH);
    require(index < seen.length, "a child's index is out of range: " + index);
    require(!seen[index], "a node is reached twice: " + index);
    seen[index] = true;
    if (node >= 0) {
      visit(splits.get(node).left(), splits, seenSplits, seenLeaves, depth + 1);
      visit(splits.get(node).right(), splits, seenSplits, seenLeaves, depth + 1);
    }
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new ModelFormatException(problem);
    }
  }

  /** The index of the leaf where a row of features ends. */
  int leaf(double[] values) {
    int node = splits.isEmpty() ? ~0 : 0;
    while (node >= 0) {
      Split split = splits.get(node);
      node = split.goesLeft(values[split.feature()]) ? split.left() : split.right();
    }
    return ~node;
  }
}
