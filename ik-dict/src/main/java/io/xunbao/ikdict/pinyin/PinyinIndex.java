package io.xunbao.ikdict.pinyin;

import io.xunbao.ikdict.lexicon.Costs;
import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lexicon.WordTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Finds Chinese words by how they are typed in pinyin: {@code lianyiqun}, {@code lyq}, {@code
 * lianyq}, {@code huaweishouji}. Immutable; safe for several threads.
 *
 * <p>A run of letters that is no key is cut into keys of full syllables by the most likely path;
 * the probabilities of its words are multiplied.
 */
public final class PinyinIndex {
  private static final int LONGEST_QUERY = 48;
  private static final int LONGEST_WORD = 6;
  private static final int WORDS_A_KEY = 8;
  private static final int MIXED_WORDS = 30_000;
  private static final int MOST_WORDS = 120_000;
  private static final double INITIALS_PENALTY = Math.log(20);
  private static final double MIXED_PENALTY = Math.log(4);

  private final Map<String, List<PinyinCandidate>> full = new HashMap<>();
  private final Map<String, List<PinyinCandidate>> initials = new HashMap<>();
  private final Map<String, List<PinyinCandidate>> mixed = new HashMap<>();
  private final PinyinFuzz fuzz;

  private PinyinIndex(Map<String, Double> weights, PinyinFuzz fuzz) {
    this.fuzz = fuzz;
    PinyinReader reader = PinyinReader.bundled();
    List<Map.Entry<String, Double>> ranked =
        weights.entrySet().stream()
            .filter(word -> word.getKey().length() <= LONGEST_WORD)
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(MOST_WORDS)
            .toList();
    for (int rank = 0; rank < ranked.size(); rank++) {
      add(ranked.get(rank), reader, rank < MIXED_WORDS);
    }
  }

  /** The words of a lexicon, ranked by its costs. */
  public static PinyinIndex of(Lexicon lexicon) {
    return of(lexicon, Map.of(), PinyinFuzz.NONE);
  }

  /**
   * The words of a lexicon and of queries.
   *
   * @param queryCounts how often a word or a query was asked for; each count weighs as much as it
   *     would in a corpus of a million words
   * @param fuzz which sounds are taken for the same
   */
  public static PinyinIndex of(Lexicon lexicon, Map<String, Integer> queryCounts, PinyinFuzz fuzz) {
    Map<String, Double> weights = new HashMap<>();
    WordTrie.WordVisitor visitor =
        (text, number, cost) -> {
          if (text.charAt(0) >= '\u3400' && text.charAt(0) < '\uE000') {
            weights.put(text, -cost / Costs.UNIT);
          }
        };
    lexicon.words().forEachWord(visitor);
    if (lexicon.extension() != null) {
      lexicon.extension().forEachWord(visitor);
    }
    queryCounts.forEach((text, count) -> weights.merge(text, Math.log(count / 1e6), Math::max));
    return new PinyinIndex(weights, fuzz);
  }

  /** Just these words, ranked by how often they occur. */
  public static PinyinIndex ofCounts(Map<String, Integer> counts, PinyinFuzz fuzz) {
    double all = counts.values().stream().mapToDouble(Integer::doubleValue).sum();
    Map<String, Double> weights = new HashMap<>();
    counts.forEach((text, count) -> weights.put(text, Math.log(count / all)));
    return new PinyinIndex(weights, fuzz);
  }

  private void add(Map.Entry<String, Double> word, PinyinReader reader, boolean frequent) {
    List<String> syllables = reader.syllables(word.getKey());
    if (syllables.isEmpty()) {
      return;
    }
    double weight = word.getValue();
    put(full, fuzz.simplify(String.join("", syllables)), word.getKey(), weight);
    if (syllables.size() < 2) {
      return;
    }
    StringBuilder first = new StringBuilder();
    syllables.forEach(syllable -> first.append(syllable.charAt(0)));
    put(initials, first.toString(), word.getKey(), weight - INITIALS_PENALTY);
    if (frequent && syllables.size() <= 4) {
      addMixed(syllables, word.getKey(), weight - MIXED_PENALTY);
    }
  }

  /** Keys in which some syllables are full and some are initials. */
  private void addMixed(List<String> syllables, String word, double weight) {
    for (int choice = 1; choice < (1 << syllables.size()) - 1; choice++) {
      StringBuilder key = new StringBuilder();
      for (int i = 0; i < syllables.size(); i++) {
        String syllable = syllables.get(i);
        key.append((choice >> i & 1) == 1 ? fuzz.simplify(syllable) : syllable.substring(0, 1));
      }
      put(mixed, key.toString(), word, weight);
    }
  }

  private static void put(
      Map<String, List<PinyinCandidate>> keys, String key, String word, double weight) {
    List<PinyinCandidate> words = keys.computeIfAbsent(key, k -> new ArrayList<>(1));
    if (words.size() < WORDS_A_KEY) {
      words.add(new PinyinCandidate(word, weight));
    }
  }

  /**
   * The Chinese texts that letters may stand for, the likeliest first; empty where they are no
   * pinyin.
   *
   * @param query what was typed; spaces and apostrophes between syllables are ignored
   */
  public List<PinyinCandidate> candidates(String query) {
    String typed = query.toLowerCase(Locale.ROOT).replaceAll("[\\s'’]", "");
    if (typed.isEmpty() || typed.length() > LONGEST_QUERY || !typed.matches("[a-z]+")) {
      return List.of();
    }
    String key = fuzz.simplify(typed);
    Map<String, Double> found = new LinkedHashMap<>();
    collect(full.get(key), found);
    collect(initials.get(typed), found);
    collect(mixed.get(key), found);
    paths(key).forEach(path -> found.merge(path.text(), path.score(), Math::max));
    return found.entrySet().stream()
        .map(entry -> new PinyinCandidate(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingDouble(PinyinCandidate::score)
                .reversed()
                .thenComparing(PinyinCandidate::text))
        .limit(WORDS_A_KEY)
        .toList();
  }

  private static void collect(
      @org.jspecify.annotations.Nullable List<PinyinCandidate> words, Map<String, Double> found) {
    if (words != null) {
      words.forEach(word -> found.merge(word.text(), word.score(), Math::max));
    }
  }

  /** The likeliest ways to cut letters into words of full syllables. */
  private List<PinyinCandidate> paths(String key) {
    List<List<PinyinCandidate>> best = new ArrayList<>();
    best.add(List.of(new PinyinCandidate("", 0)));
    for (int end = 1; end <= key.length(); end++) {
      PriorityQueue<PinyinCandidate> here =
          new PriorityQueue<>(Comparator.comparingDouble(PinyinCandidate::score));
      for (int start = 0; start < end; start++) {
        List<PinyinCandidate> words = full.getOrDefault(key.substring(start, end), List.of());
        for (PinyinCandidate left :
            words.isEmpty() ? List.<PinyinCandidate>of() : best.get(start)) {
          for (PinyinCandidate word : words) {
            here.add(left.followedBy(word));
            if (here.size() > WORDS_A_KEY) {
              here.poll();
            }
          }
        }
      }
      best.add(List.copyOf(here));
    }
    return best.get(key.length());
  }
}
