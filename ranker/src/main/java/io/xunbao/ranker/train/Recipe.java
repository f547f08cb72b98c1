package io.xunbao.ranker.train;

import java.util.Locale;
import java.util.Objects;

/** Who trains a model, and how. */
public record Recipe(Trainer trainer, TrainingSettings settings) {
  public Recipe {
    Objects.requireNonNull(trainer, "trainer");
    Objects.requireNonNull(settings, "settings");
  }

  /** One line for people: what of the settings the trainer heeds. */
  public String label() {
    if (trainer instanceof FirstStageTrainer) {
      return trainer.name();
    }
    if (trainer instanceof LinearTrainer) {
      return String.format(Locale.ROOT, "%s, l2 %s", trainer.name(), settings.l2());
    }
    return String.format(
        Locale.ROOT,
        "%s, %d rounds, rate %s, %d leaves, %d rows a leaf, l2 %s, share %s",
        trainer.name(),
        settings.rounds(),
        settings.learningRate(),
        settings.leaves(),
        settings.minRowsInLeaf(),
        settings.l2(),
        settings.featureShare());
  }
}
