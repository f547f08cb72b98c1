package io.xunbao.standalone.cli;

import io.xunbao.indexer.quality.Quarantine;
import io.xunbao.indexer.quality.QuarantineRecord;
import java.util.List;

/** Keeps nothing: the report has the counts and samples, nobody asked for the records. */
final class NoQuarantine implements Quarantine {
  @Override
  public void add(QuarantineRecord record) {
    // counted by the report
  }

  @Override
  public void flush() {
    // nothing is kept
  }

  @Override
  public List<QuarantineRecord> records() {
    return List.of();
  }

  @Override
  public void close() {
    // nothing is held open
  }
}
