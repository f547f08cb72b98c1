package io.xunbao.ranker.interest;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import java.util.SplittableRandom;

/**
 * Factors of shoppers and products from implicit feedback: minimises sum c_ui (p_ui - x_u . y_i)^2
 * + lambda (|x_u|^2 + |y_i|^2) with p = 1 for every interaction and confidence c = 1 + alpha *
 * weight (Hu, Koren and Volinsky 2008, "Collaborative Filtering for Implicit Feedback Datasets"),
 * each half solved by a few conjugate-gradient steps (Takacs et al. 2011) that start from the
 * factors before.
 */
public final class ImplicitAls {
  private static final double TINY = 1e-10;

  private final AlsSettings settings;
  private final Blas blas;

  public ImplicitAls(AlsSettings settings, Blas blas) {
    this.settings = settings;
    this.blas = blas;
  }

  /**
   * How factors are learned.
   *
   * @param factors numbers a shopper or product
   * @param regularization lambda, over 0
   * @param confidence alpha: how much more an interaction of weight 1 counts than none
   * @param iterations rounds over both sides
   * @param solverSteps conjugate-gradient steps a solution
   */
  public record AlsSettings(
      int factors,
      float regularization,
      float confidence,
      int iterations,
      int solverSteps,
      long seed) {
    public AlsSettings {
      if (factors < 1 || iterations < 1 || solverSteps < 1) {
        throw new IllegalArgumentException(
            "factors, iterations and solverSteps must be >= 1, got "
                + factors
                + ", "
                + iterations
                + ", "
                + solverSteps);
      }
      if (!(regularization > 0) || !(confidence > 0)) {
        throw new IllegalArgumentException(
            "regularization and confidence must be > 0, got " + regularization + ", " + confidence);
      }
    }

    public static AlsSettings defaults() {
      return new AlsSettings(64, 1f, 10f, 10, 3, 42);
    }
  }

  /**
   * What was learned.
   *
   * @param users shape [users, factors]
   * @param items shape [items, factors]
   */
  public record Factors(Matrix users, Matrix items) {}

  /** Learns from interactions of users (rows) with items (columns). */
  public Factors train(Interactions byUser) {
    Interactions byItem = byUser.transposed();
    Matrix users = start(byUser.rows(), settings.seed());
    Matrix items = start(byUser.columnCount(), settings.seed() + 1);
    for (int i = 0; i < settings.iterations(); i++) {
      solve(byUser, items, users);
      solve(byItem, users, items);
    }
    return new Factors(users, items);
  }

  /** Finds the factors of more users, with those of the items as they are. */
  public FoldIn foldIn(Matrix itemFactors) {
    return new FoldIn(itemFactors, gram(itemFactors));
  }

  /** Items that stay as they are, with what every solution needs of all of them. */
  public final class FoldIn {
    /** From nothing, more steps are needed than from the factors of the round before. */
    private static final int STEPS = 12;

    private final Matrix items;
    private final Matrix gram;

    private FoldIn(Matrix items, Matrix gram) {
      this.items = items;
      this.gram = gram;
    }

    /** The factors of a user of some items; shape [factors]. */
    public float[] user(int[] columns, float[] weights) {
      Interactions one =
          Interactions.of(new int[][] {columns}, new float[][] {weights}, items.rows());
      Matrix user = Matrix.of(new float[settings.factors()], 1, settings.factors());
      new RowSolver(gram, items, one, STEPS).solve(0, user);
      return user.values();
    }
  }

  private Matrix start(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * settings.factors()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (random.nextFloat() - 0.5f) / settings.factors();
    }
    return Matrix.of(values, rows, settings.factors());
  }

  /** Solves every row of {@code wanted} with the other side fixed. */
  private void solve(Interactions rows, Matrix fixed, Matrix wanted) {
    RowSolver solver = new RowSolver(gram(fixed), fixed, rows, settings.solverSteps());
    for (int row = 0; row < rows.rows(); row++) {
      solver.solve(row, wanted);
    }
  }

  /** Y^T Y + lambda I, the part that all rows share. */
  private Matrix gram(Matrix fixed) {
    int d = settings.factors();
    Matrix turned = fixed.transposed();
    float[] gram = new float[d * d];
    blas.gemm(turned, turned, gram);
    for (int i = 0; i < d; i++) {
      gram[i * d + i] += settings.regularization();
    }
    return Matrix.of(gram, d, d);
  }

  /** Conjugate gradients for one row after the other, on arrays of its own. */
  private final class RowSolver {
    private final Matrix gram;
    private final Matrix fixed;
    private final Interactions rows;
    private final int steps;
    private final float[] x;
    private final float[] residual;
    private final float[] direction;
    private final float[] product;

    RowSolver(Matrix gram, Matrix fixed, Interactions rows, int steps) {
      this.steps = steps;
      this.gram = gram;
      this.fixed = fixed;
      this.rows = rows;
      int d = gram.columns();
      x = new float[d];
      residual = new float[d];
      direction = new float[d];
      product = new float[d];
    }

    void solve(int row, Matrix wanted) {
      int d = x.length;
      System.arraycopy(wanted.values(), wanted.start(row), x, 0, d);
      multiply(row, x);
      for (int i = 0; i < d; i++) {
        residual[i] = -product[i];
      }
      for (int k = rows.starts()[row]; k < rows.starts()[row + 1]; k++) {
        blas.axpy(
            1 + confidence(k), fixed.values(), fixed.start(rows.columns()[k]), residual, 0, d);
      }
      System.arraycopy(residual, 0, direction, 0, d);
      float squares = blas.dot(residual, 0, residual, 0, d);
      for (int step = 0; step < steps && squares > TINY; step++) {
        squares = step(row, squares);
      }
      System.arraycopy(x, 0, wanted.values(), wanted.start(row), d);
    }

    private float step(int row, float squares) {
      int d = x.length;
      multiply(row, direction);
      float length = squares / blas.dot(direction, 0, product, 0, d);
      blas.axpy(length, direction, 0, x, 0, d);
      blas.axpy(-length, product, 0, residual, 0, d);
      float next = blas.dot(residual, 0, residual, 0, d);
      float ratio = next / squares;
      for (int i = 0; i < d; i++) {
        direction[i] = residual[i] + ratio * direction[i];
      }
      return next;
    }

    /** product = (Y^T Y + lambda I + sum alpha w y y^T) vector. */
    private void multiply(int row, float[] vector) {
      int d = vector.length;
      blas.gemv(gram, vector, product);
      for (int k = rows.starts()[row]; k < rows.starts()[row + 1]; k++) {
        int at = fixed.start(rows.columns()[k]);
        float along = blas.dot(fixed.values(), at, vector, 0, d);
        blas.axpy(confidence(k) * along, fixed.values(), at, product, 0, d);
      }
    }

    private float confidence(int k) {
      return settings.confidence() * Math.max(0, rows.weights()[k]);
    }
  }
}
