package io.xunbao.indexer.write;

import io.xunbao.indexer.schema.IndexSchema;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.LeafReader;

/**
 * Numbers of a product that were set beside its versions, as sales are by statistics. They outlive
 * the product's next versions, whose own numbers of the same fields then do not count: a shop's
 * feed is older than what the streams have counted. A delete ends them.
 *
 * <p>A hidden number field of the document tells which of its numbers they are, one bit a field.
 */
final class ProductNumbers {
  /** Bit i stands for field i of {@link IndexSchema#UPDATABLE_FIELDS}. */
  static final String SET = "_set";

  private ProductNumbers() {}

  /** The doc-values updates that set numbers. */
  static Field[] updates(Map<String, Long> all) {
    Field[] fields = new Field[all.size() + 1];
    int at = 0;
    for (Map.Entry<String, Long> number : all.entrySet()) {
      fields[at++] = new NumericDocValuesField(number.getKey(), number.getValue());
    }
    fields[at] = new NumericDocValuesField(SET, bits(all));
    return fields;
  }

  /** Puts the numbers in place of the document's own. */
  static void apply(Document document, Map<String, Long> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    numbers.keySet().forEach(document::removeFields);
    for (Field field : updates(numbers)) {
      document.add(field);
    }
  }

  /** The numbers that were set for a document. */
  static Map<String, Long> read(LeafReader leaf, int doc) throws IOException {
    long bits = KnownVersions.number(leaf, SET, doc);
    if (bits == 0) {
      return Map.of();
    }
    List<String> fields = IndexSchema.UPDATABLE_FIELDS;
    Map<String, Long> numbers = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      if ((bits & 1L << i) != 0) {
        numbers.put(fields.get(i), KnownVersions.number(leaf, fields.get(i), doc));
      }
    }
    return Map.copyOf(numbers);
  }

  private static long bits(Map<String, Long> numbers) {
    long bits = 0;
    for (String field : numbers.keySet()) {
      bits |= 1L << IndexSchema.UPDATABLE_FIELDS.indexOf(field);
    }
    return bits;
  }
}
