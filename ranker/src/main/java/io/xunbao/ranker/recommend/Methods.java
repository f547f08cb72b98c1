package io.xunbao.ranker.recommend;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.embed.SkipGramTrainer;
import io.xunbao.ranker.embed.TrainingSettings;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.ImplicitAls.AlsSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The scorers that are trained and compared together.
 *
 * @param baselines what has to be beaten
 * @param parts what a blend may be made of
 */
record Methods(List<ItemScorer> baselines, List<ItemScorer> parts) {
  private static final TrainingSettings SESSIONS =
      TrainingSettings.defaults().withDimensions(64).withEpochs(20);
  private static final double LAMBDA = 8;

  /** For shoppers who come back: what they saw, their categories, and what others did. */
  static Methods forEvents(TrainingData data, Blas blas) {
    EventWeights weights = EventWeights.defaults();
    Duration day = Duration.ofDays(1);
    ItemScorer neighbours = new ItemNeighbours(data);
    ItemScorer popularity = new Popularity(data);
    return new Methods(
        List.of(popularity, new LastCategory(data), neighbours),
        List.of(
            new Revisits(data.items(), weights, Duration.ofDays(2)),
            new Named("revisits-short", new Revisits(data.items(), weights, Duration.ofHours(2))),
            new CategoryAffinity(data, weights, day),
            new FactorScorer(data, AlsSettings.defaults(), weights, blas),
            sessionVectors(data, day, blas),
            neighbours,
            popularity));
  }

  /** For baskets: what goes together, and what is alike. */
  static Methods forBaskets(TrainingData data, List<List<String>> texts, Blas blas) {
    ItemScorer neighbours = new ItemNeighbours(data);
    ItemScorer popularity = new Popularity(data);
    List<ItemScorer> parts = new ArrayList<>();
    parts.add(new LinearItems(data, LAMBDA));
    parts.add(new TitleSimilarity(texts));
    parts.add(new FactorScorer(data, AlsSettings.defaults(), EventWeights.defaults(), blas));
    parts.add(sessionVectors(data, Duration.ofDays(1), blas));
    parts.add(neighbours);
    parts.add(popularity);
    return new Methods(List.of(popularity, new LastCategory(data), neighbours), parts);
  }

  private static ItemScorer sessionVectors(TrainingData data, Duration halfLife, Blas blas) {
    return new VectorScorer(
        "item2vec",
        SessionVectors.train(data, new SkipGramTrainer(), SESSIONS),
        halfLife,
        EventWeights.defaults(),
        blas);
  }

  /** Everything to compare, each once, the blend last. */
  List<ItemScorer> with(ItemScorer blend) {
    List<ItemScorer> all = new ArrayList<>(baselines);
    parts.stream().filter(part -> !all.contains(part)).forEach(all::add);
    all.add(blend);
    return all;
  }

  /** A scorer under another name. */
  private record Named(String name, ItemScorer scorer) implements ItemScorer {
    @Override
    public float[] score(History history) {
      return scorer.score(history);
    }
  }
}
