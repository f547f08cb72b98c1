package io.xunbao.ranker.feature;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Features of the query alone: they do not order candidates, they tell trees which rules apply. */
final class QueryFeatures {
  static final List<Feature> ALL =
      List.of(
          of("query.words", "words in the query", "查询词数", query -> query.terms().size()),
          of("query.characters", "length of the query", "查询字数", RankingQuery::characters),
          of("query.models", "model numbers in the query", "查询中的型号数", QueryFeatures::models),
          of("query.idf.mean", "mean rarity of its words", "查询词的平均稀有度", QueryFeatures::meanIdf),
          of("query.idf.max", "rarity of its rarest word", "最稀有查询词的稀有度", QueryFeatures::maxIdf));

  private QueryFeatures() {}

  private static Feature of(
      String name, String english, String chinese, ToDoubleFunction<RankingQuery> formula) {
    return new Feature(name, english, chinese, row -> formula.applyAsDouble(row.query));
  }

  private static double models(RankingQuery query) {
    return query.terms().stream().filter(term -> term.role() == QueryTerm.Role.MODEL).count();
  }

  private static double meanIdf(RankingQuery query) {
    return query.terms().stream().mapToDouble(QueryTerm::idf).average().orElse(Double.NaN);
  }

  private static double maxIdf(RankingQuery query) {
    return query.terms().stream().mapToDouble(QueryTerm::idf).max().orElse(Double.NaN);
  }
}
