package io.xunbao.ranker.recommend;

import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.embed.Embedding;
import io.xunbao.ranker.embed.EmbeddingTrainer;
import io.xunbao.ranker.embed.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Item vectors from sessions: a session is a sentence, an item is a word (item2vec: Barkan and
 * Koenigstein 2016). A history is cut into sessions where nothing happened for half an hour.
 */
public final class SessionVectors {
  private SessionVectors() {}

  /** Learns a vector for every item that stands in a session; the others get zeros. */
  public static Matrix train(
      TrainingData data, EmbeddingTrainer trainer, TrainingSettings settings) {
    List<List<String>> sessions = new ArrayList<>();
    for (History history : data.histories()) {
      for (List<Action> session : history.sessions()) {
        sessions.add(session.stream().map(action -> word(action.item())).toList());
      }
    }
    Embedding embedding = trainer.train(sessions, settings.withMinCount(1));
    float[] vectors = new float[data.items().size() * embedding.dimensions()];
    for (int item = 0; item < data.items().size(); item++) {
      OptionalInt row = embedding.vocabulary().row(word(item));
      if (row.isPresent()) {
        embedding.read(row.getAsInt(), vectors, item * embedding.dimensions());
      }
    }
    return Matrix.of(vectors, data.items().size(), embedding.dimensions());
  }

  private static String word(int item) {
    return Integer.toString(item);
  }
}
