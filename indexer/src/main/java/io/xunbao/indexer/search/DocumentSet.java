package io.xunbao.indexer.search;

import java.util.BitSet;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Collects the numbers of all documents that a query matches. */
final class DocumentSet extends SimpleCollector {
  private final BitSet documents;
  private int base;

  private DocumentSet(BitSet documents) {
    this.documents = documents;
  }

  /** Collects on one thread into one set. */
  static CollectorManager<DocumentSet, BitSet> collecting(BitSet documents) {
    return new CollectorManager<>() {
      @Override
      public DocumentSet newCollector() {
        return new DocumentSet(documents);
      }

      @Override
      public BitSet reduce(Collection<DocumentSet> collectors) {
        return documents;
      }
    };
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) {
    base = leaf.docBase;
  }

  @Override
  public void collect(int document) {
    documents.set(base + document);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
