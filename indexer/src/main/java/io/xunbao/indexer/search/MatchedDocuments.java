package io.xunbao.indexer.search;

import java.util.Collection;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The documents that a query matched, as a query again: hits, facets and totals all read them, and
 * the postings are gone through once.
 */
final class MatchedDocuments extends Query {
  private final IndexReader reader;
  private final @Nullable FixedBitSet[] byLeaf;

  private MatchedDocuments(IndexReader reader, @Nullable FixedBitSet[] byLeaf) {
    this.reader = reader;
    this.byLeaf = byLeaf;
  }

  /**
   * Documents that are known already.
   *
   * @param byLeaf a set a segment, in their order
   */
  static MatchedDocuments of(IndexReader reader, FixedBitSet[] byLeaf) {
    return new MatchedDocuments(reader, byLeaf);
  }

  /** Collects on one thread into one set. */
  static CollectorManager<Marker, MatchedDocuments> collecting(IndexReader reader) {
    MatchedDocuments documents =
        new MatchedDocuments(reader, new FixedBitSet[reader.leaves().size()]);
    return new CollectorManager<>() {
      @Override
      public Marker newCollector() {
        return documents.new Marker();
      }

      @Override
      public MatchedDocuments reduce(Collection<Marker> collectors) {
        return documents;
      }
    };
  }

  /** Marks the documents of one leaf after the other. */
  final class Marker extends SimpleCollector {
    private FixedBitSet marked = new FixedBitSet(1);

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) {
      marked = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
      byLeaf[leaf.ord] = marked;
    }

    @Override
    public void collect(int document) {
      marked.set(document);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        FixedBitSet marked = byLeaf[leaf.ord];
        int count = marked == null ? 0 : marked.cardinality();
        return marked == null || count == 0
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                new BitSetIterator(marked, count), score(), mode, leaf.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "matched documents of " + reader;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Objects.hash(reader, System.identityHashCode(byLeaf));
  }
}
