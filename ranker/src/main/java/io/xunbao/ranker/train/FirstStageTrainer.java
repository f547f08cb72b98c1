package io.xunbao.ranker.train;

import io.xunbao.ranker.model.LinearModel;
import io.xunbao.ranker.model.RankingModels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the order of the search. It learns nothing; beside the others in a {@link ModelSelection}
 * it wins where the judgements are too few to learn from.
 */
public final class FirstStageTrainer implements Trainer {
  private static final String SCORE = "retrieval.score";

  @Override
  public String name() {
    return "first-stage";
  }

  @Override
  public TrainedModel train(
      TrainingSet rows, @Nullable TrainingSet validation, TrainingSettings settings) {
    int column = rows.schema().names().indexOf(SCORE);
    if (column < 0) {
      throw new IllegalArgumentException(
          "rows must have the feature " + SCORE + ", got " + rows.schema().names());
    }
    int columns = rows.schema().size();
    List<Double> weights = new ArrayList<>(Collections.nCopies(columns, 0.0));
    weights.set(column, 1.0);
    LinearModel model =
        new LinearModel(
            rows.schema(),
            Collections.nCopies(columns, 0.0),
            Collections.nCopies(columns, 1.0),
            weights);
    return new TrainedModel(RankingModels.LINEAR, RankingModels.text(model), model, 1, 0);
  }
}
