package io.xunbao.indexer.quality;

import java.util.ArrayList;
import java.util.List;

/** A quarantine that is gone with the process: for tests and for reports without a file. */
public final class MemoryQuarantine implements Quarantine {
  private final List<QuarantineRecord> records = new ArrayList<>();

  @Override
  public synchronized void add(QuarantineRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {
    // memory needs no flush
  }

  @Override
  public synchronized List<QuarantineRecord> records() {
    return List.copyOf(records);
  }

  @Override
  public void close() {
    // nothing is held open
  }
}
