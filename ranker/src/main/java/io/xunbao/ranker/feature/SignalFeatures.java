package io.xunbao.ranker.feature;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Features of the first stage, the product and the user. */
final class SignalFeatures {
  static final List<Feature> ALL =
      List.of(
          of("retrieval.score", "score of the search", "检索得分", Candidate::retrievalScore),
          new Feature(
              "retrieval.share",
              "score of the search beside the best one",
              "相对检索得分",
              SignalFeatures::retrievalShare),
          of("embedding.cosine", "likeness in meaning", "语义相似度", Candidate::cosine),
          new Feature(
              "embedding.gap",
              "likeness in meaning beside the best one",
              "与最高语义相似度的差",
              row -> row.maxima.cosine() - row.candidate.cosine()),
          of("kind.fit", "what was asked for is of this kind", "符合搜索的商品种类", c -> c.kind().fit()),
          of("product.price", "price level", "价格水平", c -> log(c.product().priceFen())),
          new Feature(
              "product.pricePosition",
              "price beside the others",
              "相对价格",
              row -> log(row.candidate.product().priceFen()) - log(row.maxima.medianPrice())),
          of("product.sales", "items sold", "销量", c -> log(c.product().sales())),
          of("product.comments", "reviews", "评论数", c -> log(c.product().comments())),
          new Feature(
              "product.age",
              "days that it was changed before the newest one",
              "比最新商品早更新的天数",
              row -> row.maxima.newest() - row.candidate.product().updatedDay()),
          of("product.attributes", "attributes known", "属性数", c -> c.product().attributes()),
          of("user.interest", "what you looked at", "符合你的兴趣", c -> c.user().interest()),
          of("user.brand", "a brand you like", "你偏好的品牌", c -> c.user().brand()),
          of("user.category", "a kind of product you like", "你偏好的品类", c -> c.user().category()),
          of("user.priceFit", "your price level", "符合你的价位", c -> c.user().priceFit()));

  private SignalFeatures() {}

  private static Feature of(
      String name, String english, String chinese, ToDoubleFunction<Candidate> formula) {
    return new Feature(name, english, chinese, row -> formula.applyAsDouble(row.candidate));
  }

  private static double retrievalShare(Row row) {
    double best = row.maxima.retrieval();
    return best > 0 ? row.candidate.retrievalScore() / best : Double.NaN;
  }

  private static double log(double value) {
    return Math.log1p(value);
  }
}
