package io.xunbao.indexer.schema;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductJson;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns products into Lucene documents of {@link IndexSchema}. Safe for use by several threads. */
public final class ProductDocuments {
  /** Lucene refuses longer single terms; an exact value beyond it is cut, never lost from text. */
  private static final int MAX_KEY_BYTES = 8_000;

  /** The document of a product without an embedding. */
  public Document toDocument(Product product) {
    return toDocument(product, null);
  }

  /**
   * The document of a product.
   *
   * @param vector the product's embedding, of any one length in the whole index; null for none
   */
  public Document toDocument(Product product, float @Nullable [] vector) {
    Document document = withId(product.id());
    addText(document, product);
    addKeys(document, product);
    addNumbers(document, product);
    document.add(new StoredField(IndexSchema.SOURCE, ProductJson.writeBytes(product)));
    if (vector != null) {
      document.add(
          new KnnFloatVectorField(
              IndexSchema.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    }
    return document;
  }

  /**
   * A document that has an id and nothing else, such as a tombstone's. All documents of an index
   * must have the id in the same forms, or Lucene refuses them.
   */
  public static Document withId(String id) {
    Document document = new Document();
    document.add(new StringField(IndexSchema.ID, id, Field.Store.YES));
    document.add(new SortedDocValuesField(IndexSchema.ID, new BytesRef(id)));
    return document;
  }

  private static void addText(Document document, Product product) {
    String category = String.join(" ", product.category());
    addText(document, IndexSchema.TITLE, product.title());
    addText(document, IndexSchema.BRAND, product.brand());
    addText(document, IndexSchema.CATEGORY, category);
    addText(document, IndexSchema.ATTRIBUTES, attributeText(product));
    addText(document, IndexSchema.DESCRIPTION, product.description());
    for (String field : List.of(IndexSchema.TEXT, IndexSchema.PAIRS)) {
      addText(document, field, product.title());
      addText(document, field, product.brand());
      addText(document, field, category);
    }
    addText(document, IndexSchema.TEXT, product.description());
  }

  private static void addText(Document document, String field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      document.add(new TextField(field, text, Field.Store.NO));
    }
  }

  private static String attributeText(Product product) {
    StringJoiner text = new StringJoiner(" ");
    product.attributes().values().forEach(values -> values.forEach(text::add));
    return text.toString();
  }

  private static void addKeys(Document document, Product product) {
    addKey(document, IndexSchema.BRAND_KEY, product.brand());
    addKey(document, IndexSchema.SHOP_KEY, product.shop());
    addKey(document, IndexSchema.STATUS_KEY, product.status().name().toLowerCase(Locale.ROOT));
    for (String path : categoryPaths(product.category())) {
      addKey(document, IndexSchema.CATEGORY_KEY, path);
    }
  }

  /** Every prefix of a path: {@code [美妆, 面霜]} gives {@code 美妆} and {@code 美妆 > 面霜}. */
  static List<String> categoryPaths(List<String> category) {
    return java.util.stream.IntStream.rangeClosed(1, category.size())
        .mapToObj(n -> String.join(IndexSchema.PATH_SEPARATOR, category.subList(0, n)))
        .toList();
  }

  private static void addKey(Document document, String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return;
    }
    BytesRef key = new BytesRef(value.strip());
    if (key.length > MAX_KEY_BYTES) {
      key = new BytesRef(cut(value.strip()));
    }
    document.add(new StringField(field, key, Field.Store.NO));
    document.add(new SortedSetDocValuesField(field, key));
  }

  private static String cut(String value) {
    int units = MAX_KEY_BYTES / 4;
    return value.substring(
        0, Character.isHighSurrogate(value.charAt(units - 1)) ? units - 1 : units);
  }

  private static void addNumbers(Document document, Product product) {
    addNumber(document, IndexSchema.PRICE, product.priceFen());
    addNumber(document, IndexSchema.STOCK, product.stock());
    addNumber(document, IndexSchema.SALES, product.sales());
    addNumber(document, IndexSchema.COMMENTS, product.comments());
    addNumber(document, IndexSchema.UPDATED_AT, product.updatedAt().toEpochMilli());
  }

  private static void addNumber(Document document, String field, @Nullable Long value) {
    if (value != null) {
      document.add(new NumericDocValuesField(field, value));
    }
  }

  /**
   * The product that a stored document was made of, as it was when it was last analysed: number
   * fields that were updated since are in the doc values.
   *
   * @throws IllegalArgumentException when the document has no {@link IndexSchema#SOURCE}
   */
  public Product fromStored(Document document) {
    BytesRef source = document.getBinaryValue(IndexSchema.SOURCE);
    if (source == null) {
      throw new IllegalArgumentException(
          "a product document must store the field " + IndexSchema.SOURCE + ", got " + document);
    }
    return ProductJson.read(source.utf8ToString());
  }
}
