package io.xunbao.ranker.feature;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Makes queries and candidates out of words for tests. */
final class Candidates {
  private Candidates() {}

  static RankingQuery query(String... words) {
    List<QueryTerm> terms =
        Arrays.stream(words).map(word -> new QueryTerm(word.hashCode(), 1, role(word))).toList();
    String text = String.join("", words);
    return new RankingQuery(terms, text.length(), bigrams(text));
  }

  private static QueryTerm.Role role(String word) {
    return word.chars().anyMatch(Character::isDigit)
        ? QueryTerm.Role.MODEL
        : Character.isUpperCase(word.charAt(0)) ? QueryTerm.Role.BRAND : QueryTerm.Role.WORD;
  }

  static Candidate titled(String id, String... words) {
    return scored(id, 1, words);
  }

  static Candidate scored(String id, double score, String... words) {
    int[][] fields = new int[TextField.values().length][0];
    fields[0] = Arrays.stream(words).mapToInt(String::hashCode).toArray();
    double[] bm25 = new double[fields.length];
    Arrays.fill(bm25, Double.NaN);
    return new Candidate(
        id,
        score,
        bm25,
        fields,
        bigrams(String.join("", words)),
        Double.NaN,
        KindSignals.UNKNOWN,
        ProductSignals.UNKNOWN,
        UserSignals.NONE);
  }

  private static int[] bigrams(String text) {
    TreeSet<Integer> pairs = new TreeSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.charAt(i) << 16 | text.charAt(i + 1));
    }
    return pairs.stream().mapToInt(Integer::intValue).toArray();
  }
}
