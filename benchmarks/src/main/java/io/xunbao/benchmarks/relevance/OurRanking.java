package io.xunbao.benchmarks.relevance;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.search.FeedbackSettings;
import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.ProductQuery;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.QuerySession;
import io.xunbao.indexer.search.RankingWeights;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Retrieval as the service does it, under weights to try. */
final class OurRanking implements Ranking {
  private final ProductSearcher searcher;

  OurRanking(IndexReader reader, RankingWeights weights, FeedbackSettings feedback) {
    this.searcher = new ProductSearcher(reader, Lexicon.bundled(), weights, feedback);
  }

  /** An index of our schema in memory. */
  static IndexReader index(List<Product> products) throws IOException {
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    IndexWriterConfig config = new IndexWriterConfig(IndexSchema.indexAnalyzer(Lexicon.bundled()));
    try (IndexWriter writer = new IndexWriter(memory, config)) {
      ProductDocuments documents = new ProductDocuments();
      for (Product product : products) {
        writer.addDocument(documents.toDocument(product));
      }
    }
    return DirectoryReader.open(memory);
  }

  @Override
  public List<String> rank(String query) throws IOException {
    QuerySession session = searcher.session(ProductQuery.of(query, DEPTH));
    return session.rerank(session.retrieve().hits()).stream().map(Hit::id).toList();
  }
}
