package io.xunbao.indexer.write;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import io.xunbao.ikdict.lucene.AffectedDocuments;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.StoredProducts;
import io.xunbao.indexer.snapshot.SnapshotReader;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SoftDeletesDirectoryReaderWrapper;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/**
 * Writes products of an index again from what it stores, under the version and with the numbers
 * that they have.
 */
final class Rewriting {
  private final IndexWriter writer;
  private final Function<Product, Document> documents;

  Rewriting(IndexWriter writer, Function<Product, Document> documents) {
    this.writer = writer;
    this.documents = documents;
  }

  /** Writes what any of the queries matches, once, and says how much that was. */
  int rewrite(List<Query> queries) throws IOException {
    try (DirectoryReader reader =
        new SoftDeletesDirectoryReaderWrapper(
            DirectoryReader.open(writer), SnapshotReader.TOMBSTONE)) {
      FixedBitSet found = AffectedDocuments.matching(reader, queries);
      StoredProducts stored = new StoredProducts(reader);
      for (int doc = found.nextSetBit(0);
          doc != NO_MORE_DOCS;
          doc = doc + 1 < found.length() ? found.nextSetBit(doc + 1) : NO_MORE_DOCS) {
        write(stored.read(doc), reader, doc);
      }
      return found.cardinality();
    }
  }

  private void write(Product product, IndexReader reader, int document) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    int inLeaf = document - leaf.docBase;
    Document again = documents.apply(product);
    ProductNumbers.apply(again, ProductNumbers.read(leaf.reader(), inLeaf));
    again.add(
        new NumericDocValuesField(
            KnownVersions.ORDER, KnownVersions.number(leaf.reader(), KnownVersions.ORDER, inLeaf)));
    writer.updateDocument(new Term(IndexSchema.ID, product.id()), again);
  }
}
