package io.xunbao.indexer.schema;

import io.xunbao.indexer.catalog.Product;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

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
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    int inLeaf = document - leaf.docBase;
    return new ProductNumbers(
        number(leaf, IndexSchema.PRICE, inLeaf),
        number(leaf, IndexSchema.STOCK, inLeaf),
        larger(leaf, IndexSchema.SALES, IndexSchema.BOUGHT, inLeaf),
        larger(leaf, IndexSchema.COMMENTS, IndexSchema.REVIEWED, inLeaf));
  }

  /**
   * What the shop says and what the streams counted are both lower bounds of the truth, and may
   * speak of the same purchases: the larger one is the better bound, and a sum would count twice.
   */
  private static @Nullable Long larger(
      LeafReaderContext leaf, String stated, String counted, int document) throws IOException {
    Long shop = number(leaf, stated, document);
    Long streams = number(leaf, counted, document);
    return shop == null ? streams : streams == null ? shop : Long.valueOf(Math.max(shop, streams));
  }

  /** The id of a product, without reading the rest of it. */
  public String id(int document) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
    if (!ids.advanceExact(document - leaf.docBase)) {
      throw new IOException("document " + document + " has no id: the index is damaged");
    }
    return ids.lookupOrd(ids.ordValue()).utf8ToString();
  }

  private static @Nullable Long number(LeafReaderContext leaf, String field, int document)
      throws IOException {
    NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
    return values.advanceExact(document) ? values.longValue() : null;
  }
}
