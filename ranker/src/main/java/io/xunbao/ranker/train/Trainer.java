package io.xunbao.ranker.train;

import org.jspecify.annotations.Nullable;

/** Learns a ranking model from graded rows. Equal rows, settings and seeds give equal models. */
public interface Trainer {
  /** A word for the command line and the model's card. */
  String name();

  /**
   * Trains a model.
   *
   * @param validation rows of other queries that tell when to stop; null for none
   */
  TrainedModel train(TrainingSet rows, @Nullable TrainingSet validation, TrainingSettings settings);
}
