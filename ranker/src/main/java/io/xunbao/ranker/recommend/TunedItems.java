package io.xunbao.ranker.recommend;

import io.xunbao.ranker.interest.BlendPart;
import io.xunbao.ranker.interest.ItemBlend;
import io.xunbao.ranker.interest.ItemParts;
import io.xunbao.ranker.interest.UserProfile;
import io.xunbao.ranker.recommend.BlendTuner.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tunes the weights of a blend through the code that serves it. */
final class TunedItems {
  /** Fewer cases that can be answered at all decide nothing. */
  static final int FEWEST_CASES = 20;

  /** Of twice as many cases or more, every n-th is asked. */
  private static final int MOST_CASES = 1_000;

  private final ItemCatalogue items;
  private final Function<History, UserProfile> profile;
  private final List<BlendPart> parts;
  private final List<Question> questions = new ArrayList<>();
  private int answerable;

  /**
   * @param items that the cases are about
   * @param profile what serving knows of a history
   * @param parts that may get a weight
   */
  TunedItems(
      ItemCatalogue items, Function<History, UserProfile> profile, Collection<BlendPart> parts) {
    this.items = items;
    this.profile = profile;
    this.parts = List.copyOf(parts);
  }

  /** Each part the same. */
  static Map<BlendPart, Double> alike(Collection<BlendPart> parts) {
    Map<BlendPart, Double> alike = new EnumMap<>(BlendPart.class);
    parts.forEach(part -> alike.put(part, 1.0));
    return alike;
  }

  /**
   * Asks cases of what was learned without them.
   *
   * @return this
   */
  TunedItems ask(ItemParts learned, List<Case> cases) {
    ItemBlend all = new ItemBlend(learned, alike(parts));
    int stride = Math.max(1, cases.size() / MOST_CASES);
    for (int i = 0; i < cases.size(); i += stride) {
      Sparse sparse = new Sparse(cases.get(i), all);
      answerable += sparse.answers.isEmpty() ? 0 : 1;
      questions.add(new Question(sparse.values, sparse::rank));
    }
    return this;
  }

  /**
   * The best weights that were found; empty where too few cases can be answered.
   *
   * @param cutoff k of the hits that are counted
   */
  Optional<Map<BlendPart, Double>> weights(int cutoff) {
    if (answerable < FEWEST_CASES) {
      return Optional.empty();
    }
    double[] weights = new BlendTuner(questions, cutoff).weights(parts.size());
    Map<BlendPart, Double> tuned = new EnumMap<>(BlendPart.class);
    for (int p = 0; p < weights.length; p++) {
      if (weights[p] > 0) {
        tuned.put(parts.get(p), weights[p]);
      }
    }
    return Optional.of(tuned);
  }

  /** A case with its candidates alone. */
  private final class Sparse {
    private final List<float[]> values = new ArrayList<>();
    private final List<Integer> answers = new ArrayList<>();

    Sparse(Case question, ItemBlend blend) {
      Map<Integer, Map<BlendPart, Double>> candidates = new HashMap<>();
      blend
          .score(profile.apply(question.history()))
          .forEach((id, v) -> items.number(id).ifPresent(item -> candidates.put(item, v)));
      candidates.keySet().removeAll(question.excluded());
      List<Integer> numbers = List.copyOf(candidates.keySet());
      for (BlendPart part : parts) {
        float[] of = new float[numbers.size()];
        for (int c = 0; c < of.length; c++) {
          of[c] =
              candidates
                  .getOrDefault(numbers.get(c), Map.of())
                  .getOrDefault(part, 0.0)
                  .floatValue();
        }
        values.add(of);
      }
      for (int c = 0; c < numbers.size(); c++) {
        if (question.answers().contains(numbers.get(c))) {
          answers.add(c);
        }
      }
    }

    /** As {@link Case#rank}, among the candidates; infinite where no answer is one of them. */
    double rank(float[] scores) {
      double best = Double.POSITIVE_INFINITY;
      for (int answer : answers) {
        int better = 0;
        int equal = -1;
        for (float score : scores) {
          better += score > scores[answer] ? 1 : 0;
          equal += score == scores[answer] ? 1 : 0;
        }
        best = Math.min(best, scores[answer] > 0 ? 1 + better + equal / 2.0 : best);
      }
      return best;
    }
  }
}
