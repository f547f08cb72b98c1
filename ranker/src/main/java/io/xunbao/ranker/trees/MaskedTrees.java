package io.xunbao.ranker.trees;

import io.xunbao.ranker.trees.TreeEnsemble.Precision;
import java.util.Arrays;
import java.util.Optional;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A tree ensemble as comparisons and bit masks, after QuickScorer (Lucchese et al., SIGIR 2015) and
 * its vectorised form (Lucchese et al., SIGIR 2016), tree by tree instead of feature by feature.
 *
 * <p>Every leaf of a tree is a bit, numbered from the left. A split that sends a row to the right
 * rules out the leaves on its left: their bits are cleared. When all splits of a tree were asked,
 * in any order, the lowest bit that is left is the leaf where the row ends. The rows of a block are
 * the lanes of two vectors, so a split costs one comparison and one masked AND a vector, the bits
 * stay in registers, and the split's constants are read once for all rows of the block.
 */
final class MaskedTrees {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int BLOCK = 2 * LANES;

  private final MaskTables tables;
  private final double baseScore;
  private final double divisor;
  private final boolean floatSums;

  private MaskedTrees(MaskTables tables, TreeEnsemble ensemble) {
    this.tables = tables;
    this.baseScore = ensemble.baseScore();
    this.divisor = ensemble.divisor();
    this.floatSums = ensemble.precision() == Precision.FLOAT;
  }

  /** Empty where a tree has more leaves than bits, or floats cannot tell two thresholds apart. */
  static Optional<MaskedTrees> of(TreeEnsemble ensemble) {
    return MaskTables.of(ensemble).map(tables -> new MaskedTrees(tables, ensemble));
  }

  /** The score of every row. */
  double[] scores(double[] values, int rows, int features) {
    double[] scores = new double[rows];
    float[] block = new float[tables.columns.length * BLOCK];
    int[] bits = new int[2 * BLOCK];
    double[] blockSums = new double[BLOCK];
    for (int first = 0; first < rows; first += BLOCK) {
      int count = Math.min(BLOCK, rows - first);
      fill(block, values, first * features, count, features);
      Arrays.fill(blockSums, baseScore);
      for (int tree = 0; tree < tables.trees(); tree++) {
        leaves(tree, block, bits);
        add(tree, bits, blockSums);
      }
      for (int lane = 0; lane < count; lane++) {
        scores[first + lane] = blockSums[lane] / divisor;
      }
    }
    return scores;
  }

  /** Turns rows of a block into columns; lanes without a row keep what they held. */
  private void fill(float[] block, double[] values, int from, int count, int features) {
    int to = 0;
    for (Column column : tables.columns) {
      boolean plain = column.isPlain();
      int at = from + column.feature();
      for (int lane = 0; lane < count; lane++, at += features) {
        double raw = values[at];
        float narrowed = (float) raw;
        boolean asItIs = plain && narrowed == raw && narrowed <= Float.MAX_VALUE;
        block[to + lane] = asItIs ? narrowed : column.value(raw);
      }
      to += BLOCK;
    }
  }

  private void leaves(int tree, float[] block, int[] bits) {
    clear(tree, block, bits, tables.lowMasks, 0);
    if (tables.wide) {
      clear(tree, block, bits, tables.highMasks, BLOCK);
    }
  }

  private void clear(int tree, float[] block, int[] bits, int[] masks, int bitsAt) {
    int[] columns = tables.splitColumns;
    float[] thresholds = tables.thresholds;
    IntVector first = IntVector.broadcast(INTS, -1);
    IntVector second = first;
    for (int split = tables.starts[tree]; split < tables.starts[tree + 1]; split++) {
      int column = columns[split] * BLOCK;
      float threshold = thresholds[split];
      int mask = masks[split];
      VectorMask<Integer> firstRight =
          FloatVector.fromArray(FLOATS, block, column)
              .compare(VectorOperators.GT, threshold)
              .cast(INTS);
      VectorMask<Integer> secondRight =
          FloatVector.fromArray(FLOATS, block, column + LANES)
              .compare(VectorOperators.GT, threshold)
              .cast(INTS);
      first = first.lanewise(VectorOperators.AND, mask, firstRight);
      second = second.lanewise(VectorOperators.AND, mask, secondRight);
    }
    first.intoArray(bits, bitsAt);
    second.intoArray(bits, bitsAt + LANES);
  }

  private void add(int tree, int[] bits, double[] sums) {
    double[] leaves = tables.leaves;
    int base = tree * tables.stride;
    if (tables.wide) {
      for (int lane = 0; lane < BLOCK; lane++) {
        long both = Integer.toUnsignedLong(bits[lane]) | (long) bits[BLOCK + lane] << 32;
        sums[lane] += leaves[base + Long.numberOfTrailingZeros(both)];
      }
    } else {
      for (int lane = 0; lane < BLOCK; lane++) {
        sums[lane] += leaves[base + Integer.numberOfTrailingZeros(bits[lane])];
      }
    }
    if (floatSums) {
      for (int lane = 0; lane < BLOCK; lane++) {
        sums[lane] = (float) sums[lane];
      }
    }
  }
}
