package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.DeadLetter;
import io.xunbao.flinkjobs.io.Decoded;
import io.xunbao.flinkjobs.io.Message;
import io.xunbao.flinkjobs.io.MessageDecoder;
import io.xunbao.flinkjobs.sink.Change;
import io.xunbao.flinkjobs.sink.IndexChange;
import io.xunbao.indexer.catalog.MessageRecords;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.SourcePosition;
import io.xunbao.indexer.quality.Outcome;
import io.xunbao.indexer.quality.QualityGate;
import io.xunbao.indexer.quality.QuarantineRecord;
import io.xunbao.indexer.write.Version;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Messages of the topic {@code products} as changes of the index.
 *
 * <p>A message without value deletes the product of its key, as of the message's own time. A
 * product without {@code updatedAt} is of the message's time too: who sends a product now, and says
 * nothing else, means now.
 */
final class ProductMessages implements MessageDecoder<IndexChange> {
  /**
   * The rule that a message's key is the product's id, so that one partition orders its versions.
   */
  static final String KEY_RULE = "message-key";

  private static final long serialVersionUID = 1;

  private transient @Nullable QualityGate gate;

  @Override
  public Decoded<IndexChange> decode(Message message) {
    byte[] value = message.value();
    return value == null ? deleted(message) : written(message, value);
  }

  private static Decoded<IndexChange> deleted(Message message) {
    String id = message.keyText();
    if (id == null || id.isBlank()) {
      return Decoded.refused(
          DeadLetter.of(
              message,
              KEY_RULE,
              "a message without value deletes the product of its key, got no key"));
    }
    Version version = new Version(message.timestamp(), Version.inStream(message.offset()));
    return Decoded.of(change(message, new Change.Delete(id, version)));
  }

  private Decoded<IndexChange> written(Message message, byte[] value) {
    SourcePosition position = new SourcePosition(message.source(), message.offset());
    return switch (gate().check(MessageRecords.parse(position, value))) {
      case Outcome.Quarantined quarantined -> Decoded.refused(letter(quarantined.record()));
      case Outcome.Accepted accepted -> keyed(message, accepted.product());
    };
  }

  private static Decoded<IndexChange> keyed(Message message, Product product) {
    String key = message.keyText();
    if (key != null && !key.equals(product.id())) {
      return Decoded.refused(
          DeadLetter.of(
              message,
              KEY_RULE,
              "id",
              product.id(),
              String.format(
                  Locale.ROOT,
                  "the message's key must be the product's id, got key '%s' for id '%s'",
                  key,
                  product.id())));
    }
    return Decoded.of(change(message, new Change.Upsert(dated(product, message.timestamp()))));
  }

  private static Product dated(Product product, long timestamp) {
    return product.updatedAt().equals(Instant.EPOCH)
        ? product.asOf(Instant.ofEpochMilli(Math.max(0, timestamp)))
        : product;
  }

  private static IndexChange change(Message message, Change change) {
    return new IndexChange(
        message.source(), message.offset(), Version.inStream(message.offset()), 0, change);
  }

  private static DeadLetter letter(QuarantineRecord record) {
    return new DeadLetter(
        record.position().source(),
        record.position().record(),
        record.rule(),
        record.field(),
        record.value(),
        record.reason(),
        record.raw());
  }

  private QualityGate gate() {
    QualityGate made = gate;
    if (made == null) {
      made = QualityGate.of(ProductMapping.identity());
      gate = made;
    }
    return made;
  }
}
