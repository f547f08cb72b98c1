package io.xunbao.ikdict.discover;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.normalize.TextNormalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Proposes words that a lexicon has not: runs of Chinese characters that hold together within
 * (pointwise mutual information; Sproat and Shih, "A statistical method for finding word boundaries
 * in Chinese text", 1990) and stand beside many different characters (branching entropy; Jin and
 * Tanaka-Ishii, "Unsupervised segmentation of Chinese text by use of branching entropy", 2006).
 * Longer runs are counted only where both shorter ones are frequent (Agrawal and Srikant, "Fast
 * algorithms for mining association rules", 1994).
 */
public final class WordDiscovery {
  private static final char EDGE = ' ';

  private final Lexicon lexicon;
  private final DiscoverySettings settings;
  private final Map<String, Integer> counts = new HashMap<>();
  private long characters;

  public WordDiscovery(Lexicon lexicon, DiscoverySettings settings) {
    this.lexicon = Objects.requireNonNull(lexicon, "lexicon");
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /** The proposals from some texts, the best first. */
  public List<NewWord> discover(Iterable<String> texts) {
    List<String> runs = runs(texts);
    counts.clear();
    characters = runs.stream().mapToLong(String::length).sum();
    for (int length = 1; length <= settings.longest(); length++) {
      count(runs, length);
    }
    Map<String, Neighbours> candidates = candidates();
    for (String run : runs) {
      look(run, candidates);
    }
    return ranked(candidates);
  }

  private List<String> runs(Iterable<String> texts) {
    TextNormalizer normalizer = new TextNormalizer(lexicon.folds());
    List<String> runs = new ArrayList<>();
    for (String text : texts) {
      for (String run : normalizer.normalize(text).split("[^\\x{3400}-\\x{9fff}]+")) {
        if (!run.isEmpty()) {
          runs.add(run);
        }
      }
    }
    return runs;
  }

  private void count(List<String> runs, int length) {
    Map<String, Integer> grams = new HashMap<>();
    for (String run : runs) {
      for (int i = 0; i + length <= run.length(); i++) {
        String gram = run.substring(i, i + length);
        if (length == 1
            || (counts.containsKey(gram.substring(1))
                && counts.containsKey(gram.substring(0, length - 1)))) {
          grams.merge(gram, 1, Integer::sum);
        }
      }
    }
    grams.values().removeIf(count -> count < settings.minCount());
    counts.putAll(grams);
  }

  private Map<String, Neighbours> candidates() {
    Map<String, Neighbours> candidates = new HashMap<>();
    counts
        .keySet()
        .forEach(
            gram -> {
              if (gram.length() > 1
                  && !lexicon.contains(gram)
                  && cohesion(gram) >= settings.minCohesion()) {
                candidates.put(gram, new Neighbours());
              }
            });
    return candidates;
  }

  private double cohesion(String gram) {
    double smallest = Double.MAX_VALUE;
    for (int at = 1; at < gram.length(); at++) {
      double left = counts.getOrDefault(gram.substring(0, at), 1);
      double right = counts.getOrDefault(gram.substring(at), 1);
      double both = counts.getOrDefault(gram, 1);
      smallest = Math.min(smallest, Math.log(both * characters / (left * right)));
    }
    return smallest;
  }

  private void look(String run, Map<String, Neighbours> candidates) {
    for (int start = 0; start < run.length(); start++) {
      int last = Math.min(run.length(), start + settings.longest());
      for (int end = start + 2; end <= last; end++) {
        Neighbours neighbours = candidates.get(run.substring(start, end));
        if (neighbours != null) {
          neighbours.add(
              start == 0 ? EDGE : run.charAt(start - 1),
              end == run.length() ? EDGE : run.charAt(end));
        }
      }
    }
  }

  private List<NewWord> ranked(Map<String, Neighbours> candidates) {
    List<NewWord> words = new ArrayList<>();
    candidates.forEach(
        (gram, neighbours) -> {
          double freedom = neighbours.freedom();
          if (freedom >= settings.minFreedom()) {
            words.add(new NewWord(gram, counts.getOrDefault(gram, 1), cohesion(gram), freedom));
          }
        });
    words.sort(Comparator.comparingDouble(NewWord::score).reversed().thenComparing(NewWord::text));
    return words;
  }

  /** What stands left and right of a candidate. */
  private static final class Neighbours {
    private final Map<Character, Integer> left = new HashMap<>();
    private final Map<Character, Integer> right = new HashMap<>();

    void add(char before, char after) {
      left.merge(before, 1, Integer::sum);
      right.merge(after, 1, Integer::sum);
    }

    double freedom() {
      return Math.min(entropy(left), entropy(right));
    }

    /** Each edge of a run counts as a neighbour of its own: nothing holds the word there. */
    private static double entropy(Map<Character, Integer> neighbours) {
      double total = neighbours.values().stream().mapToInt(Integer::intValue).sum();
      double entropy = 0;
      for (Map.Entry<Character, Integer> neighbour : neighbours.entrySet()) {
        double p = neighbour.getValue() / total;
        entropy -= p * Math.log(neighbour.getKey() == EDGE ? 1 / total : p);
      }
      return entropy;
    }
  }
}
