package io.xunbao.ranker.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SkipGramTrainerTest extends EmbeddingTrainerContract {
  @Override
  EmbeddingTrainer trainer() {
    return new SkipGramTrainer();
  }

  @Test
  void train_severalThreads_learnsAsWell() {
    TrainingSettings settings =
        TrainingSettings.defaults().withDimensions(24).withEpochs(4).withThreads(4);
    Embedding embedding = trainer().train(TopicCorpus.sentences(3_000, 4), settings);
    assertThat(TopicCorpus.neighboursOfSameTopic(embedding)).isGreaterThan(0.95);
  }

  @Test
  void train_rareHanWord_trainsItsCharacters() {
    List<List<String>> text =
        List.of(List.of("羊毛", "毛衣"), List.of("毛衣", "棉衣"), List.of("毛衣", "羽衣"));
    Embedding embedding =
        trainer().train(text, TrainingSettings.defaults().withMinCount(2).withDimensions(8));
    assertThat(embedding.vocabulary().words()).containsExactly("毛衣", "衣");
  }

  @Test
  void train_subsampling_keepsTheVocabulary() {
    List<List<String>> text = TopicCorpus.sentences(200, 5);
    Embedding embedding =
        trainer().train(text, TrainingSettings.defaults().withSubsample(1e-4).withDimensions(8));
    assertThat(embedding.vocabulary().size()).isEqualTo(TopicCorpus.TOPICS * TopicCorpus.WORDS + 6);
  }
}
