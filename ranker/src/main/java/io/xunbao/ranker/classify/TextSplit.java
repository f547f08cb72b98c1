package io.xunbao.ranker.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Labelled texts in three parts without a text in common: 8 in 10 to learn from, 1 in 10 to
 * calibrate on, 1 in 10 held out. Texts of the same words stand once; those that have several
 * labels are left out, because no label of theirs is right.
 *
 * @param repeated texts left out because the same words stood before with the same label
 * @param contradictory texts left out because their words have several labels
 * @param empty texts left out because they have no words
 */
public record TextSplit(
    List<LabelledText> training,
    List<LabelledText> calibration,
    List<LabelledText> heldOut,
    int repeated,
    int contradictory,
    int empty) {
  private static final int PARTS = 10;

  public TextSplit {
    training = List.copyOf(training);
    calibration = List.copyOf(calibration);
    heldOut = List.copyOf(heldOut);
    Set<List<String>> learned = new HashSet<>();
    training.forEach(text -> learned.add(text.words()));
    calibration.forEach(text -> learned.add(text.words()));
    for (LabelledText text : heldOut) {
      if (learned.contains(text.words())) {
        throw new IllegalArgumentException(
            "a held-out text must not be among those learned from, got " + text);
      }
    }
  }

  /** Splits by a seed, each label by itself, so that the parts have the same shares of labels. */
  public static TextSplit of(List<LabelledText> texts, long seed) {
    Map<List<String>, Set<String>> labels = new HashMap<>();
    texts.forEach(
        text -> labels.computeIfAbsent(text.words(), words -> new HashSet<>()).add(text.label()));
    Set<List<String>> seen = new HashSet<>();
    List<LabelledText> kept = new ArrayList<>();
    int repeated = 0;
    int contradictory = 0;
    int empty = 0;
    for (LabelledText text : texts) {
      if (text.words().isEmpty()) {
        empty++;
      } else if (labels.getOrDefault(text.words(), Set.of()).size() > 1) {
        contradictory++;
      } else if (seen.add(text.words())) {
        kept.add(text);
      } else {
        repeated++;
      }
    }
    List<List<LabelledText>> parts = parts(kept, seed);
    return new TextSplit(parts.get(0), parts.get(1), parts.get(2), repeated, contradictory, empty);
  }

  private static List<List<LabelledText>> parts(List<LabelledText> texts, long seed) {
    List<List<LabelledText>> parts =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Integer> turns = new HashMap<>();
    for (LabelledText text : shuffled(texts, random)) {
      int turn = turns.merge(text.label(), 1, Integer::sum) % PARTS;
      parts.get(turn == 0 ? 2 : turn == 1 ? 1 : 0).add(text);
    }
    return parts;
  }

  private static List<LabelledText> shuffled(List<LabelledText> texts, SplittableRandom random) {
    List<LabelledText> order = new ArrayList<>(texts);
    for (int i = order.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      LabelledText swapped = order.get(i);
      order.set(i, order.get(j));
      order.set(j, swapped);
    }
    return order;
  }
}
