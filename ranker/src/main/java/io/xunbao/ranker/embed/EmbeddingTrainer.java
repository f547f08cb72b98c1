package io.xunbao.ranker.embed;

import java.util.List;

/** Learns a vector for each frequent word of a text, so that words in like contexts are near. */
public interface EmbeddingTrainer {
  /** The trainer's name as it stands in model cards. */
  String name();

  /**
   * Learns from sentences.
   *
   * @param sentences each a list of words; read several times
   * @throws IllegalArgumentException where no word is as frequent as the settings ask
   */
  Embedding train(List<List<String>> sentences, TrainingSettings settings);
}
