package io.xunbao.indexer.search;

import io.xunbao.indexer.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/**
 * One query against one searcher: the query is cut once, and hits, facets, highlights and
 * explanations all follow from that. For use by one thread.
 */
public final class QuerySession {
  /** Matches are counted so far; beyond it the total is a lower bound and pruning is free. */
  private static final int COUNTED = 1_000;

  private final ProductSearcher owner;
  private final ProductQuery query;
  private final QueryVariants variants;
  private final IndexSearcher searcher;
  private final TaughtWords taught;
  private @Nullable Matching matchedBy;
  private @Nullable Query matched;
  private @Nullable Matches matches;
  private @Nullable TitleHighlighter highlighter;
  private @Nullable List<String> lookedUp;

  QuerySession(ProductSearcher owner, ProductQuery query) {
    this.owner = owner;
    this.query = query;
    this.variants = QueryVariants.of(query, owner.analysis(), owner.relevance());
    this.searcher = new IndexSearcher(owner.reader());
    searcher.setSimilarity(IndexSchema.similarity());
    searcher.setQueryCache(null); // what a query matches is kept by the session itself
    searcher.setTimeout(query.deadline());
    this.taught = new TaughtWords(owner.feedback(), owner.settings());
  }

  /** The best hits in the query's order. */
  public Retrieved retrieve() throws IOException {
    return retrieve(query.size());
  }

  /**
   * The best hits in the query's order.
   *
   * @param wanted fewer hits than these make {@link Matching#STEPWISE} take the next step
   */
  public Retrieved retrieve(int wanted) throws IOException {
    if (query.matching() != Matching.STEPWISE) {
      return retrieve(query.matching());
    }
    Retrieved most = retrieve(Matching.MOST);
    boolean enough = most.hits().size() >= wanted || most.partial();
    return enough || query.text().isBlank() ? most : retrieve(Matching.ANY);
  }

  private Retrieved retrieve(Matching matching) throws IOException {
    Matches seen = matches();
    boolean plain = query.filter().equals(ProductFilter.NONE) && query.after() == null;
    if (seen != null && plain && query.effectiveSort() == ProductSort.RELEVANCE) {
      return seen.top(matching, query.size(), owner.ids());
    }
    ProductOrder order = ProductOrder.of(query.effectiveSort());
    IndexReader reader = owner.reader();
    PageKey key = query.after();
    FieldDoc after = key == null ? null : order.after(key, Math.max(0, reader.maxDoc() - 1));
    TopFieldDocs top =
        searcher.search(
            hits(matching, order.scores()),
            new TopFieldCollectorManager(
                order.sort(), query.size(), after, Math.max(COUNTED, query.size())));
    List<Hit> hits = Arrays.stream(top.scoreDocs).map(doc -> order.hit((FieldDoc) doc)).toList();
    boolean partial = timedOut();
    boolean exact = top.totalHits.relation() == TotalHits.Relation.EQUAL_TO && !partial;
    return new Retrieved(hits, top.totalHits.value(), exact, matching, partial);
  }

  /** All matches with their scores, found once; null where Lucene's own scorers find them. */
  private @Nullable Matches matches() throws IOException {
    Optional<MatchPlan> plan = query.text().isBlank() ? Optional.empty() : variants.plan();
    if (matches == null && plan.isPresent()) {
      matches = new OnePass(plan.get(), owner.known(), query.deadline()).run(owner.reader());
    }
    return matches;
  }

  private boolean timedOut() {
    return searcher.timedOut() || matches != null && matches.partial();
  }

  private Query hits(Matching matching, boolean scores) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(matched(matching), Occur.FILTER);
    if (scores) {
      all.add(scoringQuery(), Occur.MUST);
    }
    FilterQueries.add(all, query.filter());
    return all.build();
  }

  /** What a policy matches before filters, found once. */
  private Query matched(Matching matching) throws IOException {
    Query before = matched;
    if (before != null && matching == matchedBy) {
      return before;
    }
    Matches seen = matches();
    Query now =
        seen == null
            ? searcher.search(
                matching(matching).build(), MatchedDocuments.collecting(owner.reader()))
            : MatchedDocuments.of(owner.reader(), seen.sets(matching, owner.reader()));
    matchedBy = matching;
    matched = now;
    return now;
  }

  private BooleanQuery.Builder matching(Matching matching) {
    Query matches = query.text().isBlank() ? new MatchAllDocsQuery() : variants.matching(matching);
    return new BooleanQuery.Builder()
        .add(matches, Occur.FILTER)
        .add(FilterQueries.OFF_SALE, Occur.MUST_NOT);
  }

  /**
   * The first hits ranked again by the words that the best of them share, the others as they were.
   * Their scores stay below those of the window, in the sense that their order is kept behind it.
   *
   * @param hits the first page's hits by relevance
   */
  public List<Hit> rerank(List<Hit> hits) throws IOException {
    return rerank(hits, owner.settings().window());
  }

  /**
   * The same over another window.
   *
   * @param most hits that are ranked again, at least 1
   */
  public List<Hit> rerank(List<Hit> hits, int most) throws IOException {
    return query.deadline().passed() ? hits : taught.rerank(hits, most);
  }

  /**
   * Counts over all matches of a policy.
   *
   * @return null when the deadline passed before all were counted
   */
  public @Nullable FacetedTotal facets(Matching matching) throws IOException {
    if (query.deadline().passed()) {
      return null;
    }
    FacetCounter counter = new FacetCounter(query.filter(), owner.caches());
    Matches seen = matches();
    if (seen == null) {
      searcher.search(matched(matching), counter.onOneThread());
    } else {
      seen.count(matching, owner.reader(), counter);
    }
    return timedOut() ? null : new FacetedTotal(counter.facets(), counter.matching());
  }

  /** The parts of a hit's title that the query matches. */
  public List<TextRange> highlight(Hit hit) throws IOException {
    return highlighter().highlight(owner.title(hit.document()));
  }

  /** The parts of any title that the query matches. */
  List<TextRange> highlight(String title) {
    return highlighter().highlight(TitleMarks.of(title, owner.analysis()));
  }

  private TitleHighlighter highlighter() {
    TitleHighlighter known = highlighter;
    if (known == null) {
      known = new TitleHighlighter(variants.words());
      highlighter = known;
    }
    return known;
  }

  /** Where a hit's score comes from; for a hit that {@link #rerank} scored, with its part. */
  public ScoreExplanation explain(Hit hit) throws IOException {
    ScoreExplanation text =
        Explanations.sum("words", searcher.explain(scoringQuery(), hit.document()));
    Optional<ScoreExplanation> shared = taught.explain(searcher, hit);
    double value = text.value() + shared.map(ScoreExplanation::value).orElse(0.0);
    return new ScoreExplanation(
        "score", value, Stream.concat(Stream.of(text), shared.stream()).toList());
  }

  /** Where the score of a hit comes from that {@link #rerank} left as it was retrieved. */
  public ScoreExplanation explainWords(Hit hit) throws IOException {
    ScoreExplanation text =
        Explanations.sum("words", searcher.explain(scoringQuery(), hit.document()));
    return new ScoreExplanation("score", text.value(), List.of(text));
  }

  /** The sum that {@link #retrieve} orders by, as Lucene's own searchers take it. */
  public Query scoringQuery() throws IOException {
    return variants.scoring(owner.feedback()::rarity);
  }

  /**
   * What the query's words score in one field, for each hit. Their postings are read for the
   * description alone, which is cut in another way than the words of products are.
   *
   * @param field one of {@link IndexSchema#TEXT_FIELDS}
   * @param products the words of the hits, in their order
   * @return BM25 in the order of the hits, 0 where no word matches
   */
  public float[] fieldScores(String field, List<Hit> hits, List<ProductWords> products)
      throws IOException {
    List<TermUse> words =
        lookedUp().stream().map(word -> new TermUse(new Term(field, word), 1, 0)).toList();
    if (field.equals(IndexSchema.DESCRIPTION)) {
      return owner.feedback().scores(words, hits);
    }
    int place = IndexSchema.TEXT_FIELDS.indexOf(field);
    FieldMatches matching = new FieldMatches(owner.known().scored(words));
    float[] scores = new float[hits.size()];
    for (int i = 0; i < scores.length; i++) {
      ProductWords product = products.get(i);
      scores[i] = matching.score(product.byField()[place], product.norms()[place]);
    }
    return scores;
  }

  /**
   * The documents that may be shown: the filter admits them and they can be bought, whether the
   * text matches or not.
   */
  public BitSet admitted() throws IOException {
    BooleanQuery.Builder all =
        new BooleanQuery.Builder()
            .add(new MatchAllDocsQuery(), Occur.FILTER)
            .add(FilterQueries.OFF_SALE, Occur.MUST_NOT);
    FilterQueries.add(all, query.filter());
    BitSet documents = new BitSet(owner.reader().maxDoc());
    return searcher.search(all.build(), DocumentSet.collecting(documents));
  }

  /**
   * Hits for documents that were found in another way: only those that the text does not match, for
   * the others are hits already or follow on a later page.
   *
   * @param documents in the order of the hits that come of them
   * @param matching the policy that the query's own hits were found with
   * @return each with what the query's words score, and those that {@link #rerank} learnt; both may
   *     be 0
   */
  public List<Hit> unmatched(int[] documents, Matching matching) throws IOException {
    List<Hit> all = new ArrayList<>();
    for (int document : documents) {
      String id = owner.id(document);
      all.add(new Hit(id, document, 0, new PageKey(0, id)));
    }
    Query matches = new ConstantScoreQuery(matching(matching).build());
    float[] matched = owner.feedback().scores(searcher, matches, all);
    float[] scores = scores(all);
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < matched.length; i++) {
      if (matched[i] == 0) {
        Hit hit = all.get(i);
        hits.add(new Hit(hit.id(), hit.document(), scores[i], hit.key()));
      }
    }
    return List.copyOf(hits);
  }

  private float[] scores(List<Hit> hits) throws IOException {
    float[] scores = owner.feedback().scores(searcher, scoringQuery(), hits);
    taught.addTo(scores, hits);
    return scores;
  }

  /** Whether the query has no word that could match. */
  public boolean isEmpty() {
    return variants.isEmpty();
  }

  /** The words that are looked up, for the trace. */
  public List<String> lookedUp() {
    List<String> known = lookedUp;
    if (known == null) {
      known = variants.words().stream().flatMap(QueryWords::terms).distinct().toList();
      lookedUp = known;
    }
    return known;
  }
}
