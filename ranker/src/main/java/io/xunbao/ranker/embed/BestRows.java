package io.xunbao.ranker.embed;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/**
 * The rows nearest to a vector, by exact search through blocks of rows. Rows have numbers that go
 * on from block to block. For use by one thread.
 */
public final class BestRows {
  /** Rows of one product call: few enough for their scores to stay in cache. */
  private static final int BLOCK = 4_096;

  private static final Comparator<Found> WORST_FIRST =
      Comparator.comparingDouble(Found::cosine)
          .thenComparing(Found::row, Comparator.reverseOrder());

  /**
   * A row that was found.
   *
   * @param cosine the inner product of the row and the vector, a cosine for vectors of length 1
   */
  public record Found(int row, float cosine) {}

  private final float[] vector;
  private final int wanted;
  private final Blas blas;
  private final PriorityQueue<Found> best = new PriorityQueue<>(WORST_FIRST);

  /**
   * @param vector shape [dimensions]
   * @param wanted rows to find at most, 0 or more
   */
  public BestRows(float[] vector, int wanted, Blas blas) {
    this.vector = vector;
    this.wanted = wanted;
    this.blas = blas;
  }

  /**
   * Searches more rows.
   *
   * @param rows shape [n, dimensions]
   * @param base number of the first of them
   * @param admitted asks, by the rows' numbers, which may be found
   */
  public void search(Matrix rows, int base, IntPredicate admitted) {
    if (wanted == 0) {
      return;
    }
    float[] scores = new float[Math.min(BLOCK, rows.rows())];
    for (int from = 0; from < rows.rows(); from += BLOCK) {
      Matrix block = rows.rows(from, Math.min(rows.rows(), from + BLOCK));
      blas.gemv(block, vector, scores);
      for (int i = 0; i < block.rows(); i++) {
        offer(base + from + i, scores[i], admitted);
      }
    }
  }

  private void offer(int row, float cosine, IntPredicate admitted) {
    boolean better = best.size() < wanted || cosine > best.element().cosine();
    if (better && admitted.test(row)) {
      best.add(new Found(row, cosine));
      if (best.size() > wanted) {
        best.remove();
      }
    }
  }

  /** The nearest first; of equal ones the lower number. */
  public List<Found> found() {
    List<Found> sorted = new ArrayList<>(best);
    sorted.sort(WORST_FIRST.reversed());
    return sorted;
  }
}
