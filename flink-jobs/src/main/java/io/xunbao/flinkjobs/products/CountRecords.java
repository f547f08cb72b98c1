package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.sink.IndexChange;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Tells the job's client how far the sources are read, records before a restart included. */
final class CountRecords extends RichMapFunction<IndexChange, IndexChange> {
  static final String RECORDS = "records";
  static final String BYTES = "bytes";

  private static final long serialVersionUID = 1;

  private transient LongCounter records;
  private transient LongCounter bytes;
  private transient Map<String, Long> recordsBySource;
  private transient Map<String, Long> bytesBySource;

  @Override
  public void open(OpenContext context) {
    recordsBySource = new HashMap<>();
    bytesBySource = new HashMap<>();
    records = new LongCounter();
    bytes = new LongCounter();
    getRuntimeContext().addAccumulator(RECORDS, records);
    getRuntimeContext().addAccumulator(BYTES, bytes);
  }

  @Override
  public IndexChange map(IndexChange change) {
    advance(records, recordsBySource, change.source(), change.record() + 1);
    advance(bytes, bytesBySource, change.source(), change.sourceBytes());
    return change;
  }

  private static void advance(
      LongCounter counter, Map<String, Long> known, String source, long now) {
    Long before = known.put(source, now);
    counter.add(before == null ? now : now - before);
  }
}
