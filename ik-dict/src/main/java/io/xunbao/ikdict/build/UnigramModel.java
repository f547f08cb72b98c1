package io.xunbao.ikdict.build;

import io.xunbao.ikdict.lexicon.FoldTable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Word probabilities as a mixture of several dictionaries' relative frequencies. */
final class UnigramModel {
  private static final int LONGEST = 10;
  private static final double FLOOR = 0.5;
  private static final double LIFT = 1;

  private final FoldTable folds;
  private final Map<String, Double> mixture = new TreeMap<>();

  UnigramModel(FoldTable folds) {
    this.folds = folds;
  }

  /** Each word with its probability; the probabilities add up to about one. */
  Map<String, Double> probabilities() {
    add(WordCounts.hanlp(), 0.5);
    add(WordCounts.ansj(), 0.3);
    add(WordCounts.jieba(), 0.05);
    add(WordCounts.ik(), 0.001);
    liftPairs(WordCounts.jieba().keySet());
    return Compounds.demote(mixture, foldedAnsj());
  }

  /**
   * Makes a word of two characters at least as likely as its characters are as two words: the
   * corpora behind the frequencies are news, in which 保湿 and 防晒 hardly occur.
   */
  private void liftPairs(Set<String> words) {
    for (String word : words) {
      if (word.length() == 2) {
        double left = mixture.getOrDefault(word.substring(0, 1), 0.0);
        double right = mixture.getOrDefault(word.substring(1), 0.0);
        mixture.computeIfPresent(word, (w, p) -> Math.max(p, LIFT * left * right));
      }
    }
  }

  private Set<String> foldedAnsj() {
    return WordCounts.ansj().keySet().stream().map(folds::fold).collect(Collectors.toSet());
  }

  private void add(Map<String, Integer> counts, double weight) {
    Map<String, Double> folded = new TreeMap<>();
    counts.forEach(
        (word, count) -> {
          String text = folds.fold(word);
          if (isWord(text)) {
            folded.merge(text, count + FLOOR, Double::sum);
          }
        });
    double total = folded.values().stream().mapToDouble(Double::doubleValue).sum();
    folded.forEach((word, count) -> mixture.merge(word, weight * count / total, Double::sum));
  }

  private static boolean isWord(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    return text.length() == 1
        ? text.charAt(0) > ' ' && !Character.isSurrogate(text.charAt(0))
        : text.codePoints().allMatch(Character::isLetterOrDigit)
            && text.codePoints().anyMatch(c -> c > 0x2e80);
  }
}
