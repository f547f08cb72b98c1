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

  /** More cases are thinned out evenly. */
  private static final int MOST_CASES = 2_000;

  private final ItemCatalogue items;
  private final Function<History, UserProfile> profile;
  private final int cutoff;

  /**
   * @param items that the cases are about
   * @param profile what serving knows of a history
   */
  TunedItems(ItemCatalogue items, Function<History, UserProfile> profile, int cutoff) {
    this.items = items;
    this.profile = profile;
    this.cutoff = cutoff;
  }

  /** Each part the same. */
  static Map<BlendPart, Double> alike(Collection<BlendPart> parts) {
    Map<BlendPart, Double> alike = new EnumMap<>(BlendPart.class);
    parts.forEach(part -> alike.put(part, 1.0));
    return alike;
  }

  /**
   * The best weights that were found; empty where too few cases can be answered.
   *
   * @param learned from what came before the cases
   */
  Optional<Map<BlendPart, Double>> weights(
      ItemParts learned, Collection<BlendPart> parts, List<Case> cases) {
    List<BlendPart> order = List.copyOf(parts);
    ItemBlend all = new ItemBlend(learned, alike(order));
    List<Question> questions = new ArrayList<>();
    int answerable = 0;
    int stride = Math.max(1, cases.size() / MOST_CASES);
    for (int i = 0; i < cases.size(); i += stride) {
      Sparse sparse = new Sparse(cases.get(i), all, order);
      answerable += sparse.answers.isEmpty() ? 0 : 1;
      questions.add(new Question(sparse.parts, sparse::rank));
    }
    if (answerable < FEWEST_CASES) {
      return Optional.empty();
    }
    double[] weights = new BlendTuner(questions, cutoff).weights(order.size());
    Map<BlendPart, Double> tuned = new EnumMap<>(BlendPart.class);
    for (int p = 0; p < weights.length; p++) {
      if (weights[p] > 0) {
        tuned.put(order.get(p), weights[p]);
      }
    }
    return Optional.of(tuned);
  }

  /** A case with its candidates alone. */
  private final class Sparse {
    private final List<float[]> parts;
    private final List<Integer> answers = new ArrayList<>();

    Sparse(Case question, ItemBlend blend, List<BlendPart> order) {
      Map<Integer, Map<BlendPart, Double>> candidates = new HashMap<>();
      blend
          .score(profile.apply(question.history()))
          .forEach((id, of) -> items.number(id).ifPresent(item -> candidates.put(item, of)));
      candidates.keySet().removeAll(question.excluded());
      List<Integer> numbers = List.copyOf(candidates.keySet());
      parts = new ArrayList<>();
      for (BlendPart part : order) {
        float[] values = new float[numbers.size()];
        for (int c = 0; c < values.length; c++) {
          Map<BlendPart, Double> of = candidates.getOrDefault(numbers.get(c), Map.of());
          values[c] = of.getOrDefault(part, 0.0).floatValue();
        }
        parts.add(values);
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
