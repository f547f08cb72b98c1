package io.xunbao.ranker.train;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.xunbao.ranker.model.Model;
import io.xunbao.ranker.model.RankingModels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** LambdaMART by LightGBM (Burges, MSR-TR-2010-82; Ke et al., NIPS 2017). */
public final class LightGbmTrainer implements Trainer {
  /** Index of the validation data among those that LightGBM evaluates; 0 is the training data. */
  private static final int VALIDATION = 1;

  /** Below so many rows, threads of a tree wait for each other longer than they work. */
  private static final int ROWS_FOR_THREADS = 50_000;

  @Override
  public String name() {
    return "lightgbm";
  }

  @Override
  public TrainedModel train(
      TrainingSet rows, @Nullable TrainingSet validation, TrainingSettings settings) {
    return train(rows, validation, settings, null);
  }

  /**
   * Trains trees that mend what a model does wrong.
   *
   * @param start the model whose scores the trees are added to; null for none
   * @return the trees alone
   */
  TrainedModel train(
      TrainingSet rows,
      @Nullable TrainingSet validation,
      TrainingSettings settings,
      @Nullable Model start) {
    try {
      NativeLightGbm.load();
      return boost(rows, validation, settings, start);
    } catch (LGBMException e) {
      throw new TrainingFailed("LightGBM: " + e.getMessage(), e);
    } catch (UnsatisfiedLinkError e) {
      throw new TrainingFailed(
          "LightGBM's native library cannot be loaded; it needs libgomp: apt-get install libgomp1",
          e);
    }
  }

  private static TrainedModel boost(
      TrainingSet rows,
      @Nullable TrainingSet validation,
      TrainingSettings settings,
      @Nullable Model start)
      throws LGBMException {
    try (LGBMDataset data = dataset(rows, settings, null, start)) {
      if (validation == null) {
        return boost(List.of(rows), data, null, settings);
      }
      try (LGBMDataset validationData = dataset(validation, settings, data, start)) {
        return boost(List.of(rows, validation), data, validationData, settings);
      }
    }
  }

  private static TrainedModel boost(
      List<TrainingSet> sets,
      LGBMDataset data,
      @Nullable LGBMDataset validation,
      TrainingSettings settings)
      throws LGBMException {
    try (LGBMBooster booster = LGBMBooster.create(data, parameters(settings, sets.getFirst()))) {
      if (validation != null) {
        booster.addValidData(validation);
      }
      int best = iterate(booster, validation != null, settings);
      String text = booster.saveModelToString(0, best, LGBMBooster.FeatureImportanceType.GAIN);
      List<TrainedModel.Predicted> predictions = new ArrayList<>();
      for (TrainingSet set : sets) {
        predictions.add(new TrainedModel.Predicted(set.matrix(), predict(text, set)));
      }
      return TrainedModel.check(RankingModels.LIGHTGBM, text, best, predictions);
    }
  }

  /** Adds trees until the validation nDCG stops growing; gives the number of trees to keep. */
  private static int iterate(LGBMBooster booster, boolean validated, TrainingSettings settings)
      throws LGBMException {
    EarlyStop stop = new EarlyStop(settings.patience());
    for (int round = 1; round <= settings.rounds(); round++) {
      boolean exhausted = booster.updateOneIter();
      if (validated && stop.after(round, booster.getEval(VALIDATION)[0])) {
        return stop.bestRound();
      }
      if (exhausted) {
        return round;
      }
    }
    return validated && settings.patience() > 0 ? stop.bestRound() : settings.rounds();
  }

  private static double[] predict(String text, TrainingSet rows) throws LGBMException {
    try (LGBMBooster booster = LGBMBooster.loadModelFromString(text)) {
      return booster.predictForMat(
          rows.matrix().values(),
          rows.rows(),
          rows.matrix().columns(),
          true,
          PredictionType.C_API_PREDICT_NORMAL);
    }
  }

  private static LGBMDataset dataset(
      TrainingSet rows,
      TrainingSettings settings,
      @Nullable LGBMDataset reference,
      @Nullable Model start)
      throws LGBMException {
    LGBMDataset data =
        LGBMDataset.createFromMat(
            rows.matrix().values(),
            rows.rows(),
            rows.matrix().columns(),
            true,
            parameters(settings, rows),
            reference);
    data.setField("label", rows.labels());
    data.setField("group", rows.sizes());
    if (start != null) {
      data.setField("init_score", start.score(rows.matrix()));
    }
    if (rows.isWeighted()) {
      data.setField("weight", rows.weights());
    }
    if (reference == null) {
      data.setFeatureNames(
          IntStream.range(0, rows.matrix().columns())
              .mapToObj(column -> safe(rows.schema().names().get(column)))
              .toArray(String[]::new));
    }
    return data;
  }

  /** LightGBM refuses JSON's special characters in names. */
  private static String safe(String name) {
    return name.replaceAll("[^A-Za-z0-9_.]", "_");
  }

  private static String parameters(TrainingSettings settings, TrainingSet rows) {
    return String.join(
        " ",
        "objective=lambdarank",
        "metric=ndcg",
        "eval_at=10",
        "num_leaves=" + settings.leaves(),
        "learning_rate=" + settings.learningRate(),
        "min_data_in_leaf=" + settings.minRowsInLeaf(),
        "lambda_l2=" + settings.l2(),
        "feature_fraction=" + settings.featureShare(),
        "seed=" + Math.floorMod(settings.seed(), Integer.MAX_VALUE),
        "deterministic=true",
        "force_row_wise=true",
        "num_threads=" + (rows.rows() < ROWS_FOR_THREADS ? 1 : 0),
        "verbosity=-1");
  }
}
