package io.xunbao.ranker.train;

import io.xunbao.ranker.model.RankingModels;
import io.xunbao.ranker.model.SumModel;
import org.jspecify.annotations.Nullable;

/**
 * A linear model, and LambdaMART's trees that mend what it does wrong: boosting that starts from a
 * submodel (Wu, Burges, Svore and Gao, "Adapting boosting for information retrieval measures",
 * Information Retrieval 13, 2010). With few rows it stays close to the linear model.
 */
public final class BoostedLinearTrainer implements Trainer {
  private final LinearTrainer linear = new LinearTrainer();
  private final LightGbmTrainer trees = new LightGbmTrainer();

  @Override
  public String name() {
    return "boosted-linear";
  }

  @Override
  public TrainedModel train(
      TrainingSet rows, @Nullable TrainingSet validation, TrainingSettings settings) {
    TrainedModel start = linear.train(rows, validation, settings);
    TrainedModel mended = trees.train(rows, validation, settings, start.model());
    String text = RankingModels.text(start.text(), mended.text());
    return new TrainedModel(
        RankingModels.LINEAR_AND_TREES,
        text,
        new SumModel(start.model(), mended.model()),
        mended.rounds(),
        mended.largestDifference());
  }
}
