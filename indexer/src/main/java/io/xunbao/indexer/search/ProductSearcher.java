package io.xunbao.indexer.search;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductNumbers;
import io.xunbao.indexer.schema.StoredProducts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Searches the products of one index reader. Safe for use by several threads; the reader stays the
 * caller's to close.
 */
public final class ProductSearcher implements Retriever {
  private final IndexReader reader;
  private final QueryAnalysis analysis;
  private final RelevanceQueries relevance;
  private final StoredProducts products;
  private final FeedbackSettings settings;
  private final Feedback feedback;
  private final NearWords nearWords;
  private final ProductCaches caches;
  private final KnownTerms known;

  public ProductSearcher(IndexReader reader, Lexicon lexicon) {
    this(reader, lexicon, RankingWeights.DEFAULT, FeedbackSettings.DEFAULT);
  }

  public ProductSearcher(
      IndexReader reader, Lexicon lexicon, RankingWeights weights, FeedbackSettings settings) {
    this(reader, lexicon, weights, settings, new ProductCaches());
  }

  ProductSearcher(
      IndexReader reader,
      Lexicon lexicon,
      RankingWeights weights,
      FeedbackSettings settings,
      ProductCaches caches) {
    this.caches = caches;
    this.reader = reader;
    this.analysis = new QueryAnalysis(lexicon);
    this.known = new KnownTerms(reader);
    this.relevance = new RelevanceQueries(weights, known);
    this.products = new StoredProducts(reader);
    this.settings = settings;
    this.feedback = new Feedback(reader, analysis, products, settings, caches, known);
    this.nearWords = new NearWords(reader, analysis, products);
  }

  /** Begins a query. */
  public QuerySession session(ProductQuery query) {
    return new QuerySession(this, query);
  }

  @Override
  public Retrieved retrieve(ProductQuery query) throws IOException {
    return session(query).retrieve();
  }

  /** The product of a hit of this searcher, with its newest numbers. */
  public Product product(Hit hit) throws IOException {
    return product(hit.document());
  }

  /** The product of a document of this snapshot, with its newest numbers. */
  public Product product(int document) throws IOException {
    return products.withNumbers(
        caches.products().get(reader, document, products::stored), document);
  }

  /** The parts of the snapshot in the order of their documents. */
  public List<Segment> segments() {
    return reader.leaves().stream()
        .map(leaf -> new Segment(key(leaf), leaf.docBase, leaf.reader().maxDoc()))
        .toList();
  }

  private static Object key(LeafReaderContext leaf) {
    IndexReader.CacheHelper cache = leaf.reader().getCoreCacheHelper();
    return cache == null ? leaf.reader() : cache.getKey();
  }

  /** The words of hits of this searcher, which are cut once a segment and then remembered. */
  public List<ProductWords> words(List<Hit> hits) throws IOException {
    DocumentCache<ProductWords>.Values known = caches.words().of(reader);
    List<ProductWords> words = new ArrayList<>(hits.size());
    for (Hit hit : hits) {
      words.add(known.get(hit.document(), this::readWords));
    }
    return words;
  }

  private ProductWords readWords(int document) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    return ProductWords.of(
        products.read(document), analysis, leaf.reader(), document - leaf.docBase);
  }

  /** The newest numbers of hits of this searcher, in their order. */
  public List<ProductNumbers> numbers(List<Hit> hits) throws IOException {
    return List.of(products.numbers(hits.stream().mapToInt(Hit::document).toArray()));
  }

  /** The product of an id, with its newest numbers; empty when there is none. */
  public Optional<Product> product(String id) throws IOException {
    OptionalInt document = document(id);
    return document.isEmpty() ? Optional.empty() : Optional.of(product(document.getAsInt()));
  }

  /** The document of a product's id in this snapshot; empty when there is none. */
  public OptionalInt document(String id) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    for (ScoreDoc doc : searcher.search(new TermQuery(new Term(IndexSchema.ID, id)), 1).scoreDocs) {
      return OptionalInt.of(doc.doc);
    }
    return OptionalInt.empty();
  }

  /** The names and words of the products; read anew at each call, which costs a walk over terms. */
  public Vocabulary vocabulary() throws IOException {
    return Vocabulary.of(reader);
  }

  /** The words of a text as the index holds them, fine and overlapping, in order. */
  public List<String> indexWords(String text) {
    return analysis.indexTerms(text);
  }

  /** The words of a text as a query asks for them, in order. */
  public List<String> queryWords(String text) {
    return analysis.queryTerms(text);
  }

  /** How rare a word is: the idf of BM25, at least 0. */
  public double rarity(String word) throws IOException {
    return feedback.rarity(word);
  }

  /** How many products have a word in a field that names them. */
  public int documents(String word) throws IOException {
    return nearWords.documents(word);
  }

  /** How many products have two Han characters side by side. */
  public int documentsOfPair(String pair) throws IOException {
    return nearWords.pairs(pair);
  }

  /**
   * Words of the index that are spelt much like another, the most frequent first.
   *
   * @param edits characters that may differ, 1 or 2
   * @param samePrefix characters at the start that must not
   */
  public List<NearWord> near(String word, int edits, int samePrefix) throws IOException {
    return nearWords.near(word, edits, samePrefix);
  }

  /** Reads all words that at least so many products have, with their number. */
  public void frequentWords(int least, ObjIntConsumer<String> consumer) throws IOException {
    nearWords.frequent(least, consumer);
  }

  /** Whether a product has this exact brand. */
  public boolean isBrand(String brand) {
    return known.products(new Term(IndexSchema.BRAND_KEY, brand)) > 0;
  }

  /** Whether a product stands under this exact category path. */
  public boolean isCategory(String path) {
    return known.products(new Term(IndexSchema.CATEGORY_KEY, path)) > 0;
  }

  /** Live products. */
  public int products() {
    return reader.numDocs();
  }

  IndexReader reader() {
    return reader;
  }

  /** The id of a document's product, without reading the rest of it. */
  public String id(int document) throws IOException {
    return caches.ids().get(reader, document, products::id);
  }

  /** The ids of documents, for the time of one query. */
  Matches.Ids ids() {
    DocumentCache<String>.Values known = caches.ids().of(reader);
    return document -> known.get(document, products::id);
  }

  QueryAnalysis analysis() {
    return analysis;
  }

  ProductCaches caches() {
    return caches;
  }

  KnownTerms known() {
    return known;
  }

  RelevanceQueries relevance() {
    return relevance;
  }

  /** Where the words of a document's title stand. */
  TitleMarks title(int document) throws IOException {
    return caches.titles().get(reader, document, this::readTitle);
  }

  private TitleMarks readTitle(int document) throws IOException {
    return TitleMarks.of(products.stored(document).title(), analysis);
  }

  FeedbackSettings settings() {
    return settings;
  }

  Feedback feedback() {
    return feedback;
  }
}
