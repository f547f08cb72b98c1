package io.xunbao.indexer.search;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.StoredProducts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * Ranks hits again by the words that the best of them share: pseudo-relevance feedback, the
 * relevance model of Lavrenko and Croft 2001 interpolated with the query as in RM3 (Abdul-Jaleel et
 * al. 2004), over a window of candidates. A shopper who types 独立显卡 gets graphics cards before their
 * supports, because graphics cards agree with each other.
 */
final class Feedback {
  private static final int MOST_RARITIES = 50_000;

  private final IndexReader reader;
  private final QueryAnalysis analysis;
  private final StoredProducts products;
  private final FeedbackSettings settings;
  private final ProductCaches caches;
  private final KnownTerms known;
  private final Map<String, Double> rarities = new ConcurrentHashMap<>();

  Feedback(
      IndexReader reader,
      QueryAnalysis analysis,
      StoredProducts products,
      FeedbackSettings settings,
      ProductCaches caches,
      KnownTerms known) {
    this.caches = caches;
    this.known = known;
    this.reader = reader;
    this.analysis = analysis;
    this.products = products;
    this.settings = settings;
  }

  /** The words of the best hits, weighted by how well those match and how rare the words are. */
  List<TermUse> learn(List<Hit> hits) throws IOException {
    List<Hit> teachers = hits.subList(0, Math.min(settings.teachers(), hits.size()));
    double sum = 0;
    for (Hit hit : teachers) {
      sum += hit.score();
    }
    Map<String, Taught> shares = new HashMap<>();
    for (Hit hit : teachers) {
      for (String word : caches.teaching().get(reader, hit.document(), this::teaching)) {
        shares.computeIfAbsent(word, Taught::new).weight += hit.score() / sum;
      }
    }
    for (Taught taught : shares.values()) {
      taught.weight *= rarity(taught.word);
    }
    return most(shares.values());
  }

  /** A word with its weight so far. */
  private static final class Taught {
    /** The lightest first. */
    private static final Comparator<Taught> BY_WEIGHT =
        Comparator.comparingDouble((Taught t) -> t.weight)
            .thenComparing(t -> t.word, Comparator.reverseOrder());

    private final String word;
    private double weight;

    Taught(String word) {
      this.word = word;
    }
  }

  private List<String> teaching(int document) throws IOException {
    return analysis.indexTerms(naming(products.read(document))).stream()
        .distinct()
        .map(caches::shared)
        .toList();
  }

  private static String naming(Product product) {
    String brand = product.brand();
    return product.title()
        + " "
        + (brand == null ? "" : brand)
        + " "
        + String.join(" ", product.category());
  }

  double rarity(String term) {
    Double before = rarities.get(term);
    if (before != null) {
      return before;
    }
    double rarity = rarity(new Term(IndexSchema.TEXT, term));
    if (rarities.size() >= MOST_RARITIES) {
      rarities.clear();
    }
    rarities.put(term, rarity);
    return rarity;
  }

  double rarity(Term term) {
    double all = reader.numDocs();
    double with = Math.min(all, known.products(term));
    return Math.log(1 + (all - with + 0.5) / (with + 0.5));
  }

  private List<TermUse> most(Collection<Taught> all) {
    PriorityQueue<Taught> heaviest = new PriorityQueue<>(settings.terms() + 1, Taught.BY_WEIGHT);
    for (Taught taught : all) {
      Taught lightest = heaviest.peek();
      if (lightest == null || heaviest.size() < settings.terms()) {
        heaviest.add(taught);
      } else if (Taught.BY_WEIGHT.compare(taught, lightest) > 0) {
        heaviest.remove();
        heaviest.add(taught);
      }
    }
    List<TermUse> uses = new ArrayList<>();
    for (Taught t = heaviest.poll(); t != null; t = heaviest.poll()) {
      uses.add(new TermUse(new Term(IndexSchema.TEXT, t.word), (float) t.weight, 0));
    }
    return uses.reversed();
  }

  /** The terms as a query of Lucene. */
  Query query(List<TermUse> terms) {
    BooleanQuery.Builder sum = new BooleanQuery.Builder();
    terms.forEach(
        use -> sum.add(new BoostQuery(known.query(use.term()), use.weight()), Occur.SHOULD));
    return sum.build();
  }

  /** What terms score in each hit, in the order of the hits; 0 where none matches. */
  float[] scores(List<TermUse> terms, List<Hit> hits) throws IOException {
    return new WindowScores(reader, known.scored(terms)).sums(hits);
  }

  /**
   * The same for terms of {@link IndexSchema#TEXT}: postings are read only for products whose words
   * are not at hand.
   */
  float[] textScores(List<TermUse> terms, List<Hit> hits) throws IOException {
    List<ScoredTerm> scored = known.scored(terms);
    FieldMatches matching = new FieldMatches(scored);
    float[] scores = new float[hits.size()];
    List<Hit> unread = new ArrayList<>();
    int[] places = new int[scores.length];
    DocumentCache<ProductWords>.Values atHand = caches.words().of(reader);
    for (int i = 0; i < scores.length; i++) {
      Hit hit = hits.get(i);
      ProductWords words = atHand.known(hit.document());
      if (words == null) {
        places[unread.size()] = i;
        unread.add(hit);
      } else {
        scores[i] = matching.scoreText(words);
      }
    }
    float[] read = new WindowScores(reader, scored).sums(unread);
    for (int i = 0; i < read.length; i++) {
      scores[places[i]] = read[i];
    }
    return scores;
  }

  /** The score of each hit under a query, in the order of the hits; 0 where it does not match. */
  float[] scores(IndexSearcher searcher, Query query, List<Hit> hits) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    float[] scores = new float[hits.size()];
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = null;
    Scorer scorer = null;
    for (long placed : WindowScores.byDocument(hits)) {
      int document = (int) (placed >>> Integer.SIZE);
      int i = (int) placed;
      LeafReaderContext of = leaves.get(ReaderUtil.subIndex(document, leaves));
      if (of != leaf) {
        leaf = of;
        scorer = weight.scorer(of);
      }
      scores[i] = scorer == null ? 0 : score(scorer, document - of.docBase);
    }
    return scores;
  }

  private static float score(Scorer scorer, int document) throws IOException {
    int at = scorer.docID();
    if (at < document) {
      at = scorer.iterator().advance(document);
    }
    return at == document ? scorer.score() : 0;
  }
}
