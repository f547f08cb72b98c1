package io.xunbao.queryapi.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.xunbao.indexer.catalog.MessageRecords;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.SourcePosition;
import io.xunbao.indexer.quality.Outcome;
import io.xunbao.indexer.quality.QualityGate;
import io.xunbao.indexer.quality.QuarantineRecord;
import io.xunbao.queryapi.feed.FeedRecord;

/** Products, by the rules that the stream applies too: what is taken here is not refused there. */
final class ProductLines implements LineCheck {
  private final QualityGate gate = QualityGate.of(ProductMapping.identity());

  @Override
  public Verdict check(int line, String text) {
    SourcePosition position = new SourcePosition("body", line);
    return switch (gate.check(MessageRecords.parse(position, text.getBytes(UTF_8)))) {
      case Outcome.Accepted accepted -> new Sound(new FeedRecord(accepted.product().id(), text));
      case Outcome.Quarantined refused -> broken(line, refused.record());
    };
  }

  private static Verdict broken(int line, QuarantineRecord record) {
    return new Broken(new LineError(line, record.rule(), record.reason()));
  }
}
