package io.xunbao.benchmarks.ranking;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import io.xunbao.ranker.trees.LightGbmText;
import io.xunbao.ranker.trees.TreeScorer;
import io.xunbao.ranker.trees.XgboostJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Microseconds for a window of documents of 50 features by trees of 31 leaves, one thread: our
 * scorer on the models of both libraries beside the libraries themselves. Divide by the window for
 * a document. XGBoost predicts in place, which is its fastest way, and from a matrix.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class TreeScoring {
  @Param("300")
  int trees;

  @Param("1000")
  int window;

  private double[] values = {};
  private float[] floats = {};
  private @Nullable TreeScorer oursLightGbm;
  private @Nullable TreeScorer oursXgboost;
  private @Nullable LGBMBooster lightGbm;
  private @Nullable Booster xgboost;

  /** Trains the models and holds our scores against theirs. */
  @Setup(Level.Trial)
  public void train() throws LGBMException, XGBoostError, IOException {
    values = Forests.rows(2, window);
    floats = Forests.narrowed(values);
    String text = Forests.lightGbm(trees);
    oursLightGbm = new TreeScorer(LightGbmText.parse(text));
    lightGbm = LGBMBooster.loadModelFromString(text);
    xgboost = Forests.xgboost(trees);
    String json = new String(xgboost.toByteArray("json"), StandardCharsets.UTF_8);
    oursXgboost = new TreeScorer(XgboostJson.parse(json));
    requireEqual(oursLightGbm(), lightGbm4j(), oursXgboost(), xgboostInPlace());
  }

  private static void requireEqual(
      double[] oursLightGbm, double[] lightGbm, double[] oursXgboost, float[][] xgboost) {
    for (int row = 0; row < oursLightGbm.length; row++) {
      if (oursLightGbm[row] != lightGbm[row] || (float) oursXgboost[row] != xgboost[row][0]) {
        throw new IllegalStateException("scores must equal the libraries', row " + row);
      }
    }
  }

  /** Our scorer, LightGBM's model. */
  @Benchmark
  public double[] oursLightGbm() {
    return required(oursLightGbm).score(values, window);
  }

  /** Our scorer, XGBoost's model. */
  @Benchmark
  public double[] oursXgboost() {
    return required(oursXgboost).score(values, window);
  }

  /** LightGBM itself. */
  @Benchmark
  public double[] lightGbm4j() throws LGBMException {
    return required(lightGbm)
        .predictForMat(
            values,
            window,
            Forests.FEATURES,
            true,
            PredictionType.C_API_PREDICT_NORMAL,
            "num_threads=1");
  }

  /** XGBoost itself, without a matrix between. */
  @Benchmark
  public float[][] xgboostInPlace() throws XGBoostError {
    return required(xgboost).inplace_predict(floats, window, Forests.FEATURES, Float.NaN);
  }

  /** XGBoost itself, with the matrix that it wants. */
  @Benchmark
  public float[][] xgboostMatrix() throws XGBoostError {
    DMatrix matrix = new DMatrix(floats, window, Forests.FEATURES, Float.NaN);
    try {
      return required(xgboost).predict(matrix);
    } finally {
      matrix.dispose();
    }
  }

  private static <T> T required(@Nullable T prepared) {
    if (prepared == null) {
      throw new IllegalStateException("train() comes first");
    }
    return prepared;
  }
}
