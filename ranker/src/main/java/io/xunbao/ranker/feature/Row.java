package io.xunbao.ranker.feature;

/** One candidate in its window, with its matches found once for all formulas. */
final class Row {
  private static final TextField[] FIELDS = TextField.values();

  final AskedTerms terms;
  final RankingQuery query;
  final Candidate candidate;
  final WindowMaxima maxima;
  private final WordMatch[] matches = new WordMatch[FIELDS.length];
  private final boolean[] foundAnywhere;

  /**
   * @param terms of the query
   */
  Row(AskedTerms terms, RankingQuery query, Candidate candidate, WindowMaxima maxima) {
    this.terms = terms;
    this.query = query;
    this.candidate = candidate;
    this.maxima = maxima;
    this.foundAnywhere = new boolean[terms.size()];
    for (TextField field : FIELDS) {
      WordMatch match = new WordMatch(terms, candidate.words(field));
      matches[field.ordinal()] = match;
      for (int t = 0; t < foundAnywhere.length; t++) {
        foundAnywhere[t] |= match.found(t);
      }
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
    return terms.coverage(foundAnywhere);
  }

  /** Share of the words of a role found in any field; NaN where the query has none. */
  double coverageAnywhere(QueryTerm.Role role) {
    return terms.coverage(foundAnywhere, role);
  }

  /** Rarity of the rarest query word that no field holds; 0 where all are found. */
  double rarestMissing() {
    return terms.rarestMissing(foundAnywhere);
  }

  /** Whether the title holds the query's last word, which in Chinese names the kind of product. */
  double lastWordInTitle() {
    return terms.size() == 0 ? Double.NaN : match(TextField.TITLE).found(terms.size() - 1) ? 1 : 0;
  }

  /** Share of the query's character pairs that the title holds. */
  double bigramCoverage() {
    return terms.bigramCoverage(candidate.titleBigrams());
  }
}
