package io.xunbao.ranker.feature;

import io.xunbao.ranker.feature.QueryTerm.Role;
import java.util.Arrays;
import java.util.List;

/** The words of a query in arrays, with what all rows of its window share. */
final class AskedTerms {
  /** A word that every product has still counts a little. */
  private static final double LEAST_WEIGHT = 0.1;

  private final int[] ids;
  private final double[] weights;
  private final Role[] roles;
  private final double meanIdf;
  private final double maxIdf;
  private final long filter;
  private final int[] bigrams;
  private final long bigramFilter;

  AskedTerms(RankingQuery query) {
    List<QueryTerm> terms = query.terms();
    int n = terms.size();
    this.ids = new int[n];
    this.weights = new double[n];
    this.roles = new Role[n];
    double sum = 0;
    double max = Double.NaN;
    for (int t = 0; t < n; t++) {
      QueryTerm term = terms.get(t);
      ids[t] = term.id();
      weights[t] = Math.max(term.idf(), LEAST_WEIGHT);
      roles[t] = term.role();
      sum += term.idf();
      max = Double.isNaN(max) ? term.idf() : Math.max(max, term.idf());
    }
    this.meanIdf = n == 0 ? Double.NaN : sum / n;
    this.maxIdf = max;
    this.filter = filter(ids);
    this.bigrams = query.bigrams();
    this.bigramFilter = filter(bigrams);
  }

  /** One bit for the last bits of each id: most words of a product are ruled out by it. */
  private static long filter(int[] ids) {
    long bits = 0;
    for (int id : ids) {
      bits |= 1L << id;
    }
    return bits;
  }

  /** False only where no term has the id. */
  boolean mayBe(int id) {
    return (filter >>> id & 1) != 0;
  }

  /** Share of the query's bigrams that are among others; NaN where either has none. */
  double bigramCoverage(int[] among) {
    if (bigrams.length == 0 || among.length == 0) {
      return Double.NaN;
    }
    int found = 0;
    for (int bigram : among) {
      if ((bigramFilter >>> bigram & 1) != 0 && Arrays.binarySearch(bigrams, bigram) >= 0) {
        found++;
      }
    }
    return found / (double) bigrams.length;
  }

  int size() {
    return ids.length;
  }

  int id(int term) {
    return ids[term];
  }

  /** What a word counts for when words are weighted by their rarity. */
  double weight(int term) {
    return weights[term];
  }

  /** NaN where the query has no word. */
  double meanIdf() {
    return meanIdf;
  }

  /** NaN where the query has no word. */
  double maxIdf() {
    return maxIdf;
  }

  int count(Role role) {
    int count = 0;
    for (Role of : roles) {
      count += of == role ? 1 : 0;
    }
    return count;
  }

  /** Share of the words found, each weighted by its rarity, in 0..1; NaN where there is no word. */
  double coverage(boolean[] found) {
    double sum = 0;
    double all = 0;
    for (int t = 0; t < ids.length; t++) {
      all += weights[t];
      sum += found[t] ? weights[t] : 0;
    }
    return all == 0 ? Double.NaN : sum / all;
  }

  /** Share of the words of a role found; NaN where the query has none of it. */
  double coverage(boolean[] found, Role role) {
    int sum = 0;
    int all = 0;
    for (int t = 0; t < ids.length; t++) {
      if (roles[t] == role) {
        all++;
        sum += found[t] ? 1 : 0;
      }
    }
    return all == 0 ? Double.NaN : sum / (double) all;
  }

  /** Rarity of the rarest word that was not found; 0 where all were. */
  double rarestMissing(boolean[] found) {
    double rarest = 0;
    for (int t = 0; t < ids.length; t++) {
      rarest = found[t] ? rarest : Math.max(rarest, weights[t]);
    }
    return rarest;
  }
}
