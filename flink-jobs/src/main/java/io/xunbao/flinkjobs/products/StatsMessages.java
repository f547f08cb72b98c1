package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.DeadLetter;
import io.xunbao.flinkjobs.io.Decoded;
import io.xunbao.flinkjobs.io.Message;
import io.xunbao.flinkjobs.io.MessageDecoder;
import io.xunbao.flinkjobs.sink.Change;
import io.xunbao.flinkjobs.sink.IndexChange;
import io.xunbao.indexer.catalog.MessageRecords;
import io.xunbao.indexer.catalog.RecordDefect;
import io.xunbao.indexer.catalog.SourcePosition;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.write.Version;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages of the topic {@code product-stats} as changes of numbers: {@code {"id": "tm-1", "sales":
 * 12, "comments": 3, "stock": 7, "price": 139.00}}, each number where it is known, or what the
 * statistics job writes, {@code {"id": "tm-1", "all": {"buys": 5, "reviews": 1, ...}, ...}}. Other
 * fields are statistics that the index does not hold, and are passed over. A message without value
 * says that nothing more is known, and changes nothing.
 */
final class StatsMessages implements MessageDecoder<IndexChange> {
  static final String RULE = "product-stats";

  /** Where the statistics job puts the counts, and the fields of the index that they go to. */
  private static final String COUNTS = "all";

  private static final Map<String, String> COUNTED =
      Map.of(IndexSchema.BOUGHT, "buys", IndexSchema.REVIEWED, "reviews");

  private static final long serialVersionUID = 1;

  @Override
  public Decoded<IndexChange> decode(Message message) {
    byte[] value = message.value();
    if (value == null) {
      return new Decoded.Accepted<>(List.of());
    }
    SourcePosition position = new SourcePosition(message.source(), message.offset());
    SourceRecord record = MessageRecords.parse(position, value);
    RecordDefect defect = record.defect();
    if (defect != null) {
      return Decoded.refused(
          DeadLetter.of(message, defect.rule(), null, defect.value(), defect.reason()));
    }
    return numbers(message, record.fields());
  }

  private static Decoded<IndexChange> numbers(Message message, Map<String, Object> fields) {
    if (!(fields.get("id") instanceof String id) || id.isBlank()) {
      return refused(message, "id", fields.get("id"), "must be the product's id");
    }
    Map<String, Long> numbers = new HashMap<>();
    for (String field : IndexSchema.UPDATABLE_FIELDS) {
      @Nullable Object given = given(fields, field);
      if (given == null) {
        continue;
      }
      @Nullable Long number = number(field, given);
      if (number == null) {
        return refused(message, field, given, "must be a number >= 0 that the index can hold");
      }
      numbers.put(field, number);
    }
    if (numbers.isEmpty()) {
      return new Decoded.Accepted<>(List.of());
    }
    return Decoded.of(
        new IndexChange(
            message.source(),
            message.offset(),
            Version.inStream(message.offset()),
            0,
            new Change.Numbers(id, numbers)));
  }

  private static @Nullable Object given(Map<String, Object> fields, String field) {
    String counted = COUNTED.get(field);
    if (counted == null) {
      return fields.get(field);
    }
    return fields.get(COUNTS) instanceof Map<?, ?> counts ? counts.get(counted) : null;
  }

  /** Prices come in the currency's unit and are kept in fen; the others are whole. */
  private static @Nullable Long number(String field, Object given) {
    if (!(given instanceof Number)) {
      return null;
    }
    try {
      BigDecimal decimal = new BigDecimal(given.toString());
      BigDecimal scaled = field.equals(IndexSchema.PRICE) ? decimal.movePointRight(2) : decimal;
      long exact = scaled.longValueExact();
      return exact < 0 ? null : exact;
    } catch (ArithmeticException | NumberFormatException notThatExact) {
      return null;
    }
  }

  private static Decoded<IndexChange> refused(
      Message message, String field, @Nullable Object value, String rule) {
    return Decoded.refused(
        DeadLetter.of(
            message,
            RULE,
            field,
            value == null ? null : value.toString(),
            String.format(Locale.ROOT, "%s %s, got %s", field, rule, value)));
  }
}
