package io.xunbao.ranker.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link EmbeddingTrainer} must do. */
abstract class EmbeddingTrainerContract {
  private static final TrainingSettings SETTINGS =
      TrainingSettings.defaults().withDimensions(24).withEpochs(4);

  abstract EmbeddingTrainer trainer();

  @Test
  void train_topics_makesNeighboursOfTheirWords() {
    Embedding embedding = trainer().train(TopicCorpus.sentences(3_000, 1), SETTINGS);
    assertThat(embedding.dimensions()).isEqualTo(24);
    assertThat(TopicCorpus.neighboursOfSameTopic(embedding)).isGreaterThan(0.95);
  }

  @Test
  void train_rareWords_areLeftOut() {
    List<List<String>> text = new ArrayList<>(TopicCorpus.sentences(300, 2));
    text.add(List.of("solitaire", "t0w0"));
    Embedding embedding = trainer().train(text, SETTINGS.withMinCount(2));
    assertThat(embedding.vocabulary().contains("solitaire")).isFalse();
    assertThat(embedding.vector("t0w0")).isPresent();
  }

  @Test
  void train_oneThreadAndSeed_isRepeatable() {
    List<List<String>> text = TopicCorpus.sentences(300, 3);
    Embedding first = trainer().train(text, SETTINGS);
    Embedding second = trainer().train(text, SETTINGS);
    assertThat(first.vocabulary().words()).isEqualTo(second.vocabulary().words());
    assertThat(first.toMatrix().values()).containsExactly(second.toMatrix().values());
  }

  @Test
  void train_countsOfTheVocabulary_areThoseOfTheText() {
    Embedding embedding =
        trainer()
            .train(List.of(List.of("a", "b", "a"), List.of("a", "b")), SETTINGS.withMinCount(1));
    assertThat(embedding.vocabulary().words()).containsExactly("a", "b");
    assertThat(embedding.vocabulary().count(0)).isEqualTo(3);
    assertThat(embedding.vocabulary().total()).isEqualTo(5);
  }

  @Test
  void train_nothingFrequent_isRefusedWithTheWayOut() {
    assertThatThrownBy(() -> trainer().train(List.of(List.of("once")), SETTINGS.withMinCount(9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("minCount = 9")
        .hasMessageContaining("smaller minCount");
  }
}
