package io.xunbao.ranker.feature;

import io.xunbao.ranker.feature.QueryTerm.Role;
import java.util.ArrayList;
import java.util.List;

/** Features of query and product together: how the words meet. */
final class MatchFeatures {
  static final List<Feature> ALL = all();

  private MatchFeatures() {}

  private static List<Feature> all() {
    List<Feature> features = new ArrayList<>();
    for (TextField field : TextField.values()) {
      features.add(
          new Feature(
              field.label() + ".bm25",
              "word score of the " + field.label(),
              chinese(field) + "的文本得分",
              row -> row.bm25(field)));
      features.add(
          new Feature(
              field.label() + ".coverage",
              "share of the query found in the " + field.label(),
              "查询词在" + chinese(field) + "中的比例",
              row -> row.match(field).coverage()));
    }
    features.addAll(title());
    features.addAll(anywhere());
    return List.copyOf(features);
  }

  private static List<Feature> title() {
    return List.of(
        title(
            "run",
            "longest part of the query that stands together",
            "连续匹配长度",
            WordMatch::longestRun),
        title("tightness", "how close together the words stand", "匹配词的紧密度", WordMatch::tightness),
        title("earliest", "how late the first found word stands", "首个匹配词的位置", WordMatch::earliest),
        title(
            "fromEnd",
            "how far from the end the last found word stands",
            "末个匹配词距标题末尾",
            WordMatch::fromEnd),
        title("density", "share of the title that was asked for", "标题中查询词的密度", WordMatch::density),
        new Feature(
            "title.lastWord",
            "the query's last word is in the title",
            "标题含查询末词",
            Row::lastWordInTitle),
        new Feature(
            "title.bigrams",
            "share of the query's character pairs in the title",
            "标题中的查询字对比例",
            Row::bigramCoverage),
        new Feature(
            "title.words",
            "words in the title",
            "标题词数",
            row -> row.candidate.words(TextField.TITLE).length),
        new Feature(
            "description.words",
            "words in the description",
            "描述词数",
            row -> Math.log1p(row.candidate.words(TextField.DESCRIPTION).length)));
  }

  private static Feature title(
      String name,
      String english,
      String chinese,
      java.util.function.ToDoubleFunction<WordMatch> formula) {
    return new Feature(
        "title." + name,
        english,
        chinese,
        row -> formula.applyAsDouble(row.match(TextField.TITLE)));
  }

  private static List<Feature> anywhere() {
    return List.of(
        new Feature(
            "any.coverage",
            "share of the query found anywhere",
            "查询词的总体覆盖率",
            Row::coverageAnywhere),
        new Feature(
            "any.rarestMissing",
            "rarity of the rarest word that is missing",
            "缺失查询词的最大稀有度",
            Row::rarestMissing),
        new Feature(
            "brand.match",
            "the brand that was asked for",
            "品牌匹配",
            row -> row.coverageAnywhere(Role.BRAND)),
        new Feature(
            "category.match",
            "the kind of product that was asked for",
            "品类匹配",
            row -> row.coverageAnywhere(Role.CATEGORY)),
        new Feature(
            "category.inTitle",
            "the kind of product stands in the title",
            "标题含品类词",
            row -> row.match(TextField.TITLE).coverage(Role.CATEGORY)),
        new Feature(
            "model.match",
            "the model number that was asked for",
            "型号匹配",
            row -> row.coverageAnywhere(Role.MODEL)));
  }

  private static String chinese(TextField field) {
    return switch (field) {
      case TITLE -> "标题";
      case BRAND -> "品牌";
      case CATEGORY -> "品类";
      case ATTRIBUTES -> "属性";
      case DESCRIPTION -> "描述";
    };
  }
}
