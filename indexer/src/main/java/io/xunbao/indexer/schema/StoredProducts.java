package io.xunbao.indexer.schema;

import io.xunbao.indexer.catalog.Product;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;

/** Reads products back: what was analysed from the stored field, numbers from the doc values. */
public final class StoredProducts {
  private final IndexReader reader;
  private final ProductDocuments documents = new ProductDocuments();

  public StoredProducts(IndexReader reader) {
    this.reader = reader;
  }

  /**
   * The product of a document.
   *
   * @param document number in the whole reader
   */
  public Product read(int document) throws IOException {
    return withNumbers(stored(document), document);
  }

  /** The product of a document as it was stored; its numbers may have changed since. */
  public Product stored(int document) throws IOException {
    return documents.fromStored(
        reader.storedFields().document(document, Set.of(IndexSchema.SOURCE)));
  }

  /** A stored product with its newest numbers. */
  public Product withNumbers(Product stored, int document) throws IOException {
    ProductNumbers numbers = numbers(document);
    return new Product(
        stored.id(),
        stored.title(),
        stored.brand(),
        stored.category(),
        numbers.priceFen(),
        stored.currency(),
        stored.shop(),
        stored.attributes(),
        stored.description(),
        stored.image(),
        numbers.stock(),
        numbers.sales(),
        numbers.comments(),
        stored.status(),
        stored.updatedAt());
  }

  /** The newest numbers of a document, without reading what it stores. */
  public ProductNumbers numbers(int document) throws IOException {
    LeafReaderContext leaf = leaf(document);
    return new SegmentNumbers(leaf.reader()).of(document - leaf.docBase);
  }

  /**
   * The newest numbers of several documents, in their order; each segment's columns are opened
   * once.
   */
  public ProductNumbers[] numbers(int[] documents) throws IOException {
    long[] placed = new long[documents.length];
    for (int i = 0; i < placed.length; i++) {
      placed[i] = (long) documents[i] << Integer.SIZE | i;
    }
    Arrays.sort(placed); // a column is read forward
    ProductNumbers[] numbers = new ProductNumbers[documents.length];
    SegmentNumbers segment = null;
    int base = 0;
    int end = 0;
    for (long at : placed) {
      int document = (int) (at >>> Integer.SIZE);
      if (segment == null || document >= end) {
        LeafReaderContext leaf = leaf(document);
        base = leaf.docBase;
        end = base + leaf.reader().maxDoc();
        segment = new SegmentNumbers(leaf.reader());
      }
      numbers[(int) at] = segment.of(document - base);
    }
    return numbers;
  }

  private LeafReaderContext leaf(int document) {
    List<LeafReaderContext> leaves = reader.leaves();
    return leaves.get(ReaderUtil.subIndex(document, leaves));
  }

  /** The id of a product, without reading the rest of it. */
  public String id(int document) throws IOException {
    LeafReaderContext leaf = leaf(document);
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
    if (!ids.advanceExact(document - leaf.docBase)) {
      throw new IOException("document " + document + " has no id: the index is damaged");
    }
    return ids.lookupOrd(ids.ordValue()).utf8ToString();
  }
}
