package io.xunbao.ranker.feature;

import java.util.List;

/** One candidate in its window, with its matches found once for all formulas. */
final class Row {
  private static final TextField[] FIELDS = TextField.values();

  final RankingQuery query;
  final Candidate candidate;
  final WindowMaxima maxima;
  private final WordMatch[] matches = new WordMatch[FIELDS.length];

  Row(RankingQuery query, Candidate candidate, WindowMaxima maxima) {
    this.query = query;
    this.candidate = candidate;
    this.maxima = maxima;
    for (TextField field : FIELDS) {
      matches[field.ordinal()] = new WordMatch(query.terms(), candidate.words(field));
    }
  }

  WordMatch match(TextField field) {
    return matches[field.ordinal()];
  }

  double bm25(TextField field) {
    return candidate.bm25()[field.ordinal()];
  }

  /** Share of the query's words found in any field, weighted by their rarity. */
  double coverageAnywhere() {
    double found = 0;
    double all = 0;
    for (int t = 0; t < query.terms().size(); t++) {
      double weight = matches[0].weight(t);
      all += weight;
      found += foundAnywhere(t) ? weight : 0;
    }
    return all == 0 ? Double.NaN : found / all;
  }

  /** Share of the words of a role found in any field; NaN where the query has none. */
  double coverageAnywhere(QueryTerm.Role role) {
    int found = 0;
    int all = 0;
    for (int t = 0; t < query.terms().size(); t++) {
      if (query.terms().get(t).role() == role) {
        all++;
        found += foundAnywhere(t) ? 1 : 0;
      }
    }
    return all == 0 ? Double.NaN : found / (double) all;
  }

  private boolean foundAnywhere(int term) {
    for (WordMatch match : matches) {
      if (match.found(term)) {
        return true;
      }
    }
    return false;
  }

  /** Rarity of the rarest query word that no field holds; 0 where all are found. */
  double rarestMissing() {
    double rarest = 0;
    for (int t = 0; t < query.terms().size(); t++) {
      if (!foundAnywhere(t)) {
        rarest = Math.max(rarest, matches[0].weight(t));
      }
    }
    return rarest;
  }

  /** Whether the title holds the query's last word, which in Chinese names the kind of product. */
  double lastWordInTitle() {
    List<QueryTerm> terms = query.terms();
    return terms.isEmpty() ? Double.NaN : match(TextField.TITLE).found(terms.size() - 1) ? 1 : 0;
  }

  /** Share of the query's character pairs that the title holds. */
  double bigramCoverage() {
    int[] wanted = query.bigrams();
    if (wanted.length == 0 || candidate.titleBigrams().length == 0) {
      return Double.NaN;
    }
    int found = 0;
    for (int bigram : wanted) {
      found += java.util.Arrays.binarySearch(candidate.titleBigrams(), bigram) >= 0 ? 1 : 0;
    }
    return found / (double) wanted.length;
  }
}
