package io.xunbao.ranker.train;

import io.xunbao.ranker.model.RankingModels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/**
 * LambdaMART by XGBoost (Chen and Guestrin, KDD 2016). With {@link TrainingSettings#unbiased} the
 * position bias of clicks is estimated along with the trees (Hu et al., WWW 2019).
 */
public final class XgboostTrainer implements Trainer {
  @Override
  public String name() {
    return "xgboost";
  }

  @Override
  public TrainedModel train(
      TrainingSet rows, @Nullable TrainingSet validation, TrainingSettings settings) {
    if (rows.isWeighted()) {
      throw new IllegalArgumentException(
          "XGBoost weighs groups, not rows: correct for position by unbiased, or train by"
              + " LightGBM");
    }
    try {
      return boost(rows, validation, settings);
    } catch (XGBoostError e) {
      throw new TrainingFailed("XGBoost: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnsatisfiedLinkError | ExceptionInInitializerError e) {
      throw new TrainingFailed(
          "XGBoost's native library cannot be loaded; it needs libgomp: apt-get install libgomp1",
          e);
    }
  }

  private static TrainedModel boost(
      TrainingSet rows, @Nullable TrainingSet validation, TrainingSettings settings)
      throws XGBoostError, IOException {
    DMatrix data = matrix(rows);
    DMatrix validationData = validation == null ? null : matrix(validation);
    Booster booster =
        XGBoost.train(data, parameters(settings), 0, new LinkedHashMap<>(), null, null);
    try {
      int best = settings.rounds();
      EarlyStop stop = new EarlyStop(settings.patience());
      String kept = null;
      for (int round = 1; round <= settings.rounds(); round++) {
        booster.update(data, round - 1);
        if (validationData != null && settings.patience() > 0) {
          boolean over = stop.after(round, ndcg(booster, validationData, round));
          if (stop.bestRound() == round) {
            kept = json(booster);
          }
          if (over) {
            break;
          }
        }
      }
      String text = kept == null ? json(booster) : kept;
      best = kept == null ? best : stop.bestRound();
      List<TrainedModel.Predicted> predictions = new ArrayList<>();
      predictions.add(new TrainedModel.Predicted(rows.matrix(), predict(text, data)));
      if (validation != null && validationData != null) {
        predictions.add(
            new TrainedModel.Predicted(validation.matrix(), predict(text, validationData)));
      }
      return TrainedModel.check(RankingModels.XGBOOST, text, best, predictions);
    } finally {
      booster.dispose();
      data.dispose();
      if (validationData != null) {
        validationData.dispose();
      }
    }
  }

  private static double ndcg(Booster booster, DMatrix data, int round) throws XGBoostError {
    String shown = booster.evalSet(new DMatrix[] {data}, new String[] {"v"}, round);
    return Double.parseDouble(shown.substring(shown.lastIndexOf(':') + 1).strip());
  }

  private static String json(Booster booster) throws XGBoostError, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    booster.saveModel(out, "json");
    return out.toString(StandardCharsets.UTF_8);
  }

  private static double[] predict(String text, DMatrix data) throws XGBoostError, IOException {
    Booster booster = XGBoost.loadModel(text.getBytes(StandardCharsets.UTF_8));
    try {
      float[][] predicted = booster.predict(data);
      return Arrays.stream(predicted).mapToDouble(row -> row[0]).toArray();
    } finally {
      booster.dispose();
    }
  }

  private static DMatrix matrix(TrainingSet rows) throws XGBoostError {
    double[] values = rows.matrix().values();
    float[] narrowed = new float[values.length];
    for (int i = 0; i < narrowed.length; i++) {
      narrowed[i] = (float) values[i];
    }
    DMatrix data = new DMatrix(narrowed, rows.rows(), rows.matrix().columns(), Float.NaN);
    data.setLabel(rows.labels());
    data.setGroup(rows.sizes());
    return data;
  }

  private static Map<String, Object> parameters(TrainingSettings settings) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("objective", "rank:ndcg");
    parameters.put("eval_metric", "ndcg@10");
    parameters.put("tree_method", "hist");
    parameters.put("grow_policy", "lossguide");
    parameters.put("max_depth", 0);
    parameters.put("max_leaves", settings.leaves());
    parameters.put("eta", settings.learningRate());
    parameters.put("lambda", settings.l2());
    parameters.put("min_child_weight", settings.minRowsInLeaf() / 100.0);
    parameters.put("colsample_bytree", settings.featureShare());
    parameters.put("seed", settings.seed());
    parameters.put("lambdarank_unbiased", settings.unbiased());
    parameters.put("verbosity", 0);
    return parameters;
  }
}
