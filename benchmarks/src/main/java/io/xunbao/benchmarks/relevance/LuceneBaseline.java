package io.xunbao.benchmarks.relevance;

import io.xunbao.indexer.catalog.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Lucene as it comes: one text field, its BM25 with its own defaults, any word may match. */
final class LuceneBaseline implements Ranking {
  private static final String ID = "id";
  private static final String TEXT = "text";

  private final IndexSearcher searcher;
  private final QueryBuilder queries;

  LuceneBaseline(List<Product> products, Analyzer analyzer, Function<Product, String> text)
      throws IOException {
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(analyzer))) {
      for (Product product : products) {
        Document document = new Document();
        document.add(new StringField(ID, product.id(), Field.Store.YES));
        document.add(new TextField(TEXT, text.apply(product), Field.Store.NO));
        writer.addDocument(document);
      }
    }
    this.searcher = new IndexSearcher(DirectoryReader.open(memory));
    this.queries = new QueryBuilder(analyzer);
    queries.setEnableGraphQueries(false);
  }

  @Override
  public List<String> rank(String text) throws IOException {
    Query query = queries.createBooleanQuery(TEXT, text);
    List<String> ids = new ArrayList<>();
    if (query != null) {
      for (ScoreDoc doc : searcher.search(query, DEPTH).scoreDocs) {
        ids.add(searcher.storedFields().document(doc.doc, Set.of(ID)).get(ID));
      }
    }
    return ids;
  }
}
