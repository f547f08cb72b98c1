package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;

/**
 * A query in all its forms of words. A product matches when it matches one of them, and scores what
 * the form gives that it matches best.
 *
 * <p>Each form is scaled to the same possible score, the sum of weight and rarity of its terms.
 * Left alone, a rare synonym would put its few products above all those that say what was typed.
 *
 * @param words the forms; that of the query's own text first
 */
record QueryVariants(List<QueryWords> words, RelevanceQueries relevance) {
  QueryVariants {
    words = List.copyOf(words);
  }

  static QueryVariants of(ProductQuery query, QueryAnalysis analysis, RelevanceQueries relevance) {
    List<QueryWords> words = new ArrayList<>();
    words.add(analysis.words(query.text()));
    query.variants().forEach(text -> words.add(analysis.words(text)));
    return new QueryVariants(words, relevance);
  }

  boolean isEmpty() {
    return words.stream().allMatch(QueryWords::isEmpty);
  }

  /** Empty where a query has several forms, or one that is very long. */
  Optional<MatchPlan> plan() {
    return words.size() == 1 ? relevance.plan(words.getFirst()) : Optional.empty();
  }

  Query matching(Matching matching) {
    if (words.size() == 1) {
      return relevance.matching(words.getFirst(), matching);
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    words.forEach(form -> any.add(relevance.matching(form, matching), Occur.SHOULD));
    return any.build();
  }

  Query scoring(Rarity rarity) throws IOException {
    if (words.size() == 1) {
      return relevance.scoring(words.getFirst());
    }
    double typed = possible(words.getFirst(), rarity);
    List<Query> forms = new ArrayList<>();
    for (QueryWords form : words) {
      double own = possible(form, rarity);
      float scale = own == 0 || typed == 0 ? 1 : (float) (typed / own);
      forms.add(new BoostQuery(relevance.scoring(form), scale));
    }
    return new DisjunctionMaxQuery(forms, 0);
  }

  private double possible(QueryWords form, Rarity rarity) throws IOException {
    double sum = 0;
    for (Map.Entry<Term, Float> term : relevance.terms(form).entrySet()) {
      sum += term.getValue() * rarity.of(term.getKey());
    }
    return sum;
  }

  /** How rare a term is in the index. */
  interface Rarity {
    double of(Term term) throws IOException;
  }
}
