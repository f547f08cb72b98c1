package io.xunbao.ranker.recommend;

import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.embed.Embedding;
import io.xunbao.ranker.embed.EmbeddingTrainer;
import io.xunbao.ranker.embed.TrainingSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Item vectors from sessions: a session is a sentence, an item is a word (item2vec: Barkan and
 * Koenigstein 2016). A history is cut into sessions where nothing happened for half an hour.
 */
public final class SessionVectors {
  private static final Duration PAUSE = Duration.ofMinutes(30);

  private SessionVectors() {}

  /** Learns a vector for every item that stands in a session; the others get zeros. */
  public static Matrix train(
      TrainingData data, EmbeddingTrainer trainer, TrainingSettings settings) {
    List<List<String>> sessions = new ArrayList<>();
    for (History history : data.histories()) {
      addSessions(history, sessions);
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

  private static void addSessions(History history, List<List<String>> sessions) {
    List<String> session = new ArrayList<>();
    Action before = null;
    for (Action action : history.actions()) {
      if (before != null && Duration.between(before.at(), action.at()).compareTo(PAUSE) > 0) {
        sessions.add(session);
        session = new ArrayList<>();
      }
      session.add(word(action.item()));
      before = action;
    }
    sessions.add(session);
  }

  private static String word(int item) {
    return Integer.toString(item);
  }
}
