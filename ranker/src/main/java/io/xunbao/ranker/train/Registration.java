package io.xunbao.ranker.train;

import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureVector;
import io.xunbao.ranker.model.ModelCard;
import io.xunbao.ranker.model.ModelDraft;
import io.xunbao.ranker.model.RankingModels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a trained model ready for a registry: card, golden vectors, parameters. */
public final class Registration {
  private static final int GOLDEN = 24;

  private Registration() {}

  /**
   * The draft of a model.
   *
   * @param trainingData SHA-256 of what it was trained on
   * @param metrics what is known about its quality
   */
  public static ModelDraft draft(
      TrainedModel trained,
      Recipe recipe,
      TrainingSet rows,
      String trainingData,
      Map<String, Double> metrics) {
    return new ModelDraft(
        RankingModels.KIND,
        trained.format(),
        trainingData,
        rows.schema().names(),
        parameters(recipe, trained),
        metrics,
        golden(trained, rows),
        Map.of(RankingModels.FILE, trained.text().getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> parameters(Recipe recipe, TrainedModel trained) {
    TrainingSettings settings = recipe.settings();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("trainer", recipe.trainer().name());
    parameters.put("rounds", Integer.toString(trained.rounds()));
    parameters.put("learningRate", Double.toString(settings.learningRate()));
    parameters.put("leaves", Integer.toString(settings.leaves()));
    parameters.put("minRowsInLeaf", Integer.toString(settings.minRowsInLeaf()));
    parameters.put("l2", Double.toString(settings.l2()));
    parameters.put("featureShare", Double.toString(settings.featureShare()));
    parameters.put("unbiased", Boolean.toString(settings.unbiased()));
    parameters.put("seed", Long.toString(settings.seed()));
    return parameters;
  }

  /** Rows spread over the training set, and one where everything is missing. */
  private static List<ModelCard.Golden> golden(TrainedModel trained, TrainingSet rows) {
    List<ModelCard.Golden> golden = new ArrayList<>();
    int step = Math.max(1, rows.rows() / GOLDEN);
    for (int row = 0; row < rows.rows() && golden.size() < GOLDEN; row += step) {
      golden.add(golden(trained, rows.matrix().row(row)));
    }
    golden.add(golden(trained, FeatureMatrix.missing(rows.schema(), 1).row(0)));
    return golden;
  }

  private static ModelCard.Golden golden(TrainedModel trained, FeatureVector row) {
    double score = trained.model().score(new FeatureMatrix(row.schema(), 1, row.values()))[0];
    return new ModelCard.Golden(Arrays.stream(row.values()).boxed().toList(), score);
  }
}
