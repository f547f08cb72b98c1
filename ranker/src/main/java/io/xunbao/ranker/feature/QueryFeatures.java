package io.xunbao.ranker.feature;

import java.util.List;

/** Features of the query alone: they do not order candidates, they tell trees which rules apply. */
final class QueryFeatures {
  static final List<Feature> ALL =
      List.of(
          new Feature("query.words", "words in the query", "查询词数", row -> row.terms.size()),
          new Feature(
              "query.characters", "length of the query", "查询字数", row -> row.query.characters()),
          new Feature(
              "query.models",
              "model numbers in the query",
              "查询中的型号数",
              row -> row.terms.count(QueryTerm.Role.MODEL)),
          new Feature(
              "query.idf.mean",
              "mean rarity of its words",
              "查询词的平均稀有度",
              row -> row.terms.meanIdf()),
          new Feature(
              "query.idf.max",
              "rarity of its rarest word",
              "最稀有查询词的稀有度",
              row -> row.terms.maxIdf()),
          new Feature(
              "query.kind",
              "how clearly one kind of product is asked for",
              "搜索所指商品种类的明确度",
              row -> row.maxima.kindShare()));

  private QueryFeatures() {}
}
