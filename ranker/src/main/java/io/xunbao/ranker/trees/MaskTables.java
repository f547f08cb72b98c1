package io.xunbao.ranker.trees;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arrays that {@link MaskedTrees} reads: one entry a split, trees one after another. */
final class MaskTables {
  private static final int MAX_LEAVES = 64;

  final Column[] columns;
  final int[] starts;
  final int[] splitColumns;
  final float[] thresholds;

  /** What a right turn leaves of bits 0 to 31, and of bits 32 to 63. */
  final int[] lowMasks;

  final int[] highMasks;

  /** Leaf values, {@link #stride} a tree, from the left. */
  final double[] leaves;

  final int stride;
  final boolean wide;

  static Optional<MaskTables> of(TreeEnsemble ensemble) {
    int most = ensemble.trees().stream().mapToInt(tree -> tree.leaves().length).max().orElse(1);
    if (most > MAX_LEAVES) {
      return Optional.empty();
    }
    MaskTables tables = new MaskTables(ensemble, most > 32);
    for (Column column : tables.columns) {
      if (!column.isExact()) {
        return Optional.empty();
      }
    }
    return Optional.of(tables);
  }

  private MaskTables(TreeEnsemble ensemble, boolean wide) {
    this.wide = wide;
    this.stride = wide ? 64 : 32;
    Map<Column.Key, Integer> keys = new LinkedHashMap<>();
    List<List<Double>> ofColumns = new ArrayList<>();
    int splits = ensemble.trees().stream().mapToInt(tree -> tree.splits().size()).sum();
    starts = new int[ensemble.trees().size() + 1];
    splitColumns = new int[splits];
    thresholds = new float[splits];
    lowMasks = new int[splits];
    highMasks = new int[splits];
    leaves = new double[ensemble.trees().size() * stride];
    int at = 0;
    for (int t = 0; t < ensemble.trees().size(); t++) {
      Tree tree = ensemble.trees().get(t);
      starts[t] = at;
      numberLeaves(tree, t, at);
      for (Split split : tree.splits()) {
        int column = keys.computeIfAbsent(Column.Key.of(split), key -> keys.size());
        if (column == ofColumns.size()) {
          ofColumns.add(new ArrayList<>());
        }
        double threshold = split.categories() == null ? split.threshold() : 0.5;
        ofColumns.get(column).add(threshold);
        splitColumns[at] = column;
        thresholds[at++] = Column.floor(threshold);
      }
    }
    starts[starts.length - 1] = at;
    columns = columns(keys.keySet(), ofColumns, ensemble);
  }

  private static Column[] columns(
      Collection<Column.Key> keys, List<List<Double>> thresholds, TreeEnsemble ensemble) {
    boolean floats = ensemble.precision() == TreeEnsemble.Precision.FLOAT;
    List<Column> columns = new ArrayList<>();
    for (Column.Key key : keys) {
      double[] of =
          thresholds.get(columns.size()).stream().mapToDouble(Double::doubleValue).toArray();
      columns.add(new Column(key, of, floats));
    }
    return columns.toArray(Column[]::new);
  }

  /** Numbers a tree's leaves from the left and sets the masks of its splits. */
  private void numberLeaves(Tree tree, int index, int firstSplit) {
    if (tree.splits().isEmpty()) {
      leaves[index * stride] = tree.leaves()[0];
    } else {
      place(tree, 0, index * stride, 0, firstSplit);
    }
  }

  /** Places the leaves below a node from bit {@code bit} on; gives the bit after the last. */
  private int place(Tree tree, int node, int leavesAt, int bit, int firstSplit) {
    if (node < 0) {
      leaves[leavesAt + bit] = tree.leaves()[~node];
      return bit + 1;
    }
    Split split = tree.splits().get(node);
    int middle = place(tree, split.left(), leavesAt, bit, firstSplit);
    long keeps = ~(ones(middle) & ~ones(bit));
    lowMasks[firstSplit + node] = (int) keeps;
    highMasks[firstSplit + node] = (int) (keeps >>> 32);
    return place(tree, split.right(), leavesAt, middle, firstSplit);
  }

  private static long ones(int bits) {
    return bits >= 64 ? -1L : (1L << bits) - 1;
  }

  int trees() {
    return starts.length - 1;
  }
}
