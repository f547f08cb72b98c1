package io.xunbao.queryapi.explain;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.ranker.feature.ProductFeatures;
import org.jspecify.annotations.Nullable;

/** What the parts of explanations are called by people. */
final class PartLabels {
  private final boolean chinese;

  PartLabels(Language language) {
    this.chinese = language == Language.ZH;
  }

  /** A part with the fields that people do not tell apart under one name. */
  static String named(String description) {
    String pairs = IndexSchema.PAIRS + ":";
    return description.startsWith(pairs)
        ? IndexSchema.TEXT + ":" + description.substring(pairs.length())
        : description;
  }

  /**
   * The label of a part: of a feature its own, of a term the word and the field, as in {@code text:
   * 连衣裙}.
   */
  String label(String description) {
    int colon = description.indexOf(':');
    String field = colon < 0 ? null : field(description.substring(0, colon));
    if (field != null) {
      String word = description.substring(colon + 1);
      return chinese ? field + "里有“" + word + "”" : "“" + word + "” in the " + field;
    }
    return switch (description) {
      case "likeness in meaning" -> chinese ? "意思和搜索相近" : description;
      case "what you looked at" -> chinese ? "符合你最近看过的商品" : description;
      case "start" -> chinese ? "起点" : "what every score starts from";
      default ->
          chinese ? ProductFeatures.chinese(description) : ProductFeatures.english(description);
    };
  }

  private @Nullable String field(String name) {
    return switch (name) {
      case IndexSchema.TEXT, IndexSchema.PAIRS -> chinese ? "名称" : "name";
      case IndexSchema.TITLE -> chinese ? "标题" : "title";
      case IndexSchema.BRAND -> chinese ? "品牌" : "brand";
      case IndexSchema.CATEGORY -> chinese ? "类目" : "category";
      case IndexSchema.ATTRIBUTES -> chinese ? "属性" : "attributes";
      case IndexSchema.DESCRIPTION -> chinese ? "描述" : "description";
      default -> null;
    };
  }
}
