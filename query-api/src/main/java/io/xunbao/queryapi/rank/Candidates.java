package io.xunbao.queryapi.rank;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductNumbers;
import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.ProductWords;
import io.xunbao.indexer.search.QuerySession;
import io.xunbao.queryapi.understand.Understood;
import io.xunbao.queryapi.vectors.SnapshotVectors.HitKinds;
import io.xunbao.ranker.feature.Candidate;
import io.xunbao.ranker.feature.KindSignals;
import io.xunbao.ranker.feature.ProductSignals;
import io.xunbao.ranker.feature.QueryTerm;
import io.xunbao.ranker.feature.RankingQuery;
import io.xunbao.ranker.feature.RankingWindow;
import io.xunbao.ranker.feature.TextField;
import io.xunbao.ranker.feature.UserSignals;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sees the hits of a query as candidates of a learned ranking. */
final class Candidates {
  private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

  private final ProductSearcher searcher;
  private final QuerySession session;
  private final Understood query;
  private final RankingContext context;

  Candidates(
      ProductSearcher searcher, QuerySession session, Understood query, RankingContext context) {
    this.context = context;
    this.searcher = searcher;
    this.session = session;
    this.query = query;
  }

  RankingWindow window(List<Hit> hits) throws IOException {
    List<ProductWords> words = searcher.words(hits);
    TextField[] fields = TextField.values();
    float[][] scores = new float[fields.length][];
    for (TextField field : fields) {
      scores[field.ordinal()] = session.fieldScores(name(field), hits, words);
    }
    RankingContext.Likeness likeness = context.likeness(query.text(), hits);
    HitKinds kinds = context.kinds(query.text(), hits);
    List<ProductNumbers> numbers = searcher.numbers(hits);
    List<Candidate> candidates = new ArrayList<>(hits.size());
    for (int i = 0; i < hits.size(); i++) {
      double[] bm25 = new double[fields.length];
      for (int f = 0; f < fields.length; f++) {
        bm25[f] = scores[f][i];
      }
      candidates.add(
          new Candidate(
              hits.get(i).id(),
              hits.get(i).score(),
              bm25,
              words.get(i).byField(),
              words.get(i).titlePairs(),
              likeness.query()[i],
              new KindSignals(kinds.kinds()[i], kinds.fits()[i]),
              signals(numbers.get(i), words.get(i).attributes()),
              user(hits.get(i), likeness.interest()[i])));
    }
    return new RankingWindow(query(), candidates);
  }

  private static String name(TextField field) {
    return switch (field) {
      case TITLE -> IndexSchema.TITLE;
      case BRAND -> IndexSchema.BRAND;
      case CATEGORY -> IndexSchema.CATEGORY;
      case ATTRIBUTES -> IndexSchema.ATTRIBUTES;
      case DESCRIPTION -> IndexSchema.DESCRIPTION;
    };
  }

  /** The product is read for a known shopper alone: nobody else's search pays for it. */
  private UserSignals user(Hit hit, double interest) throws IOException {
    Taste taste = context.taste();
    return taste == null ? UserSignals.NONE : taste.signals(searcher.product(hit), interest);
  }

  private static ProductSignals signals(ProductNumbers numbers, int attributes) {
    return new ProductSignals(
        number(numbers.priceFen()),
        number(numbers.sales()),
        number(numbers.comments()),
        number(numbers.updatedAt()) / MILLIS_A_DAY,
        attributes);
  }

  private static double number(@Nullable Long value) {
    return value == null ? Double.NaN : value;
  }

  private RankingQuery query() throws IOException {
    Set<String> brand = words(query.brand());
    Set<String> category = words(query.category());
    List<QueryTerm> terms = new ArrayList<>();
    for (String word : searcher.queryWords(query.text())) {
      terms.add(
          new QueryTerm(ProductWords.id(word), searcher.rarity(word), role(word, brand, category)));
    }
    int characters = query.text().codePointCount(0, query.text().length());
    return new RankingQuery(terms, characters, ProductWords.pairs(query.text()));
  }

  private Set<String> words(@Nullable String value) {
    return value == null ? Set.of() : Set.copyOf(searcher.queryWords(value));
  }

  private static QueryTerm.Role role(String word, Set<String> brand, Set<String> category) {
    if (category.contains(word)) {
      return QueryTerm.Role.CATEGORY;
    }
    if (brand.contains(word)) {
      return QueryTerm.Role.BRAND;
    }
    return word.chars().anyMatch(Character::isDigit) ? QueryTerm.Role.MODEL : QueryTerm.Role.WORD;
  }
}
