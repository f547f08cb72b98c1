package io.xunbao.ranker.embed;

class Dl4jTrainerIT extends EmbeddingTrainerContract {
  @Override
  EmbeddingTrainer trainer() {
    return new Dl4jTrainer();
  }
}
