package io.xunbao.indexer.search;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.search.QueryWords.Counted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Lucene queries that score by words, characters and pairs together, each with BM25 (Robertson and
 * Zaragoza 2009, "The Probabilistic Relevance Framework"). Fields that name the product are one
 * field in the index, which gives BM25F with equal weights at the price of BM25.
 */
final class RelevanceQueries {
  private final RankingWeights weights;
  private final KnownTerms known;

  RelevanceQueries(RankingWeights weights, KnownTerms known) {
    this.weights = weights;
    this.known = known;
  }

  /** The sum of all matches: decides the order. */
  Query scoring(QueryWords query) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    terms(query).forEach((term, weight) -> builder.add(weighted(term, weight), Occur.SHOULD));
    return builder.build();
  }

  /** The terms that score, with their weights. */
  Map<Term, Float> terms(QueryWords query) {
    Map<Term, Float> sum = new LinkedHashMap<>();
    addWords(sum, query.words(), 1);
    addWords(sum, query.latin(), weights.latin());
    add(sum, IndexSchema.TEXT, query.latinParts(), weights.latinParts());
    add(sum, IndexSchema.TEXT, query.characters(), weights.characters());
    add(sum, IndexSchema.PAIRS, query.pairs(), weights.pairs());
    return sum;
  }

  /** Both {@link #scoring} and {@link #matching} in one pass; empty for a very long query. */
  Optional<MatchPlan> plan(QueryWords query) {
    return MatchPlan.of(query, terms(query), weights.attributes() > 0);
  }

  private void addWords(Map<Term, Float> sum, List<Counted> words, float weight) {
    add(sum, IndexSchema.TEXT, words, weight);
    add(sum, IndexSchema.ATTRIBUTES, words, weight * weights.attributes());
  }

  private static void add(Map<Term, Float> sum, String field, List<Counted> terms, float weight) {
    if (weight > 0) {
      terms.forEach(t -> sum.merge(new Term(field, t.text()), weight * t.count(), Float::sum));
    }
  }

  private Query weighted(Term term, float weight) {
    Query query = known.query(term);
    return weight == 1 ? query : new BoostQuery(query, weight);
  }

  /** Decides what matches at all. */
  Query matching(QueryWords query, Matching matching) {
    return matching == Matching.ANY ? any(query) : most(query);
  }

  private Query most(QueryWords query) {
    int count = query.characters().size() + query.latin().size();
    if (count == 0) {
      return any(query);
    }
    BooleanQuery.Builder half = new BooleanQuery.Builder();
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    query.characters().forEach(c -> half.add(inPlace(c, query.pairs()), Occur.SHOULD));
    query.characters().forEach(c -> all.add(term(IndexSchema.TEXT, c), Occur.MUST));
    query.latin().forEach(word -> half.add(anyField(word), Occur.SHOULD));
    query.latin().forEach(word -> all.add(anyField(word), Occur.MUST));
    return new BooleanQuery.Builder()
        .add(half.setMinimumNumberShouldMatch((count + 1) / 2).build(), Occur.SHOULD)
        .add(all.build(), Occur.SHOULD)
        .build();
  }

  /** A character beside a neighbour that it has in the query; alone where it has none. */
  private Query inPlace(Counted character, List<Counted> pairs) {
    BooleanQuery.Builder places = new BooleanQuery.Builder();
    pairs.stream()
        .filter(pair -> pair.text().contains(character.text()))
        .forEach(pair -> places.add(term(IndexSchema.PAIRS, pair), Occur.SHOULD));
    BooleanQuery beside = places.build();
    return beside.clauses().isEmpty() ? term(IndexSchema.TEXT, character) : beside;
  }

  private Query any(QueryWords query) {
    BooleanQuery.Builder parts = new BooleanQuery.Builder();
    query.words().forEach(word -> parts.add(anyField(word), Occur.SHOULD));
    query.latin().forEach(word -> parts.add(anyField(word), Occur.SHOULD));
    query.latinParts().forEach(part -> parts.add(term(IndexSchema.TEXT, part), Occur.SHOULD));
    query.pairs().forEach(pair -> parts.add(term(IndexSchema.PAIRS, pair), Occur.SHOULD));
    BooleanQuery any = parts.build();
    return any.clauses().isEmpty() ? new MatchNoDocsQuery("the query has no words") : any;
  }

  private Query anyField(Counted word) {
    if (weights.attributes() == 0) {
      return term(IndexSchema.TEXT, word);
    }
    return new BooleanQuery.Builder()
        .add(term(IndexSchema.TEXT, word), Occur.SHOULD)
        .add(term(IndexSchema.ATTRIBUTES, word), Occur.SHOULD)
        .build();
  }

  private Query term(String field, Counted term) {
    return known.query(new Term(field, term.text()));
  }
}
