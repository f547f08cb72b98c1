package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.BrokenSourceException;
import io.xunbao.indexer.catalog.MappingException;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.quality.Outcome;
import io.xunbao.indexer.quality.QualityAudit;
import io.xunbao.indexer.quality.QualityGate;
import io.xunbao.indexer.quality.QualityReport;
import io.xunbao.indexer.quality.Quarantine;
import io.xunbao.standalone.cli.ProductInputs.ProductInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One reading of product files through the gate, for a report. */
final class QualityPass {
  private static final long REPORT_EVERY_NANOS = 5_000_000_000L;
  private static final int LOOK_EVERY = 4_096;

  private final PrintWriter progress;
  private final QualityAudit audit = new QualityAudit();
  private @Nullable BrokenSourceException broken;
  private long records;
  private long lastReport = System.nanoTime();

  QualityPass(PrintWriter progress) {
    this.progress = progress;
  }

  /**
   * Reads the sources in turn; where one breaks off, the report is of what came before.
   *
   * @param refused takes the records that are refused
   * @throws CliException if a mapping does not fit its source
   */
  QualityReport over(List<ProductInput> inputs, Quarantine refused) throws IOException {
    for (ProductInput input : inputs) {
      try (RecordReader reader = RecordReader.open(input.file(), input.mapping())) {
        read(reader, QualityGate.of(input.mapping()), input, refused);
      } catch (BrokenSourceException cut) {
        broken = cut;
        break;
      } catch (MappingException misfit) {
        throw new CliException(String.valueOf(misfit.getMessage()), misfit);
      }
    }
    if (audit.sums().recordsIn() != records) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%,d records were read but %,d were judged: some are lost",
              records,
              audit.sums().recordsIn()));
    }
    return audit.report();
  }

  /** Fails where a source broke off, once the report of what came before is out. */
  void throwIfBroken() {
    if (broken != null) {
      throw new CliException(String.valueOf(broken.getMessage()), broken);
    }
  }

  private void read(RecordReader reader, QualityGate gate, ProductInput input, Quarantine refused)
      throws IOException {
    for (SourceRecord record; (record = reader.next()) != null; ) {
      records++;
      Outcome outcome = gate.check(record);
      audit.add(record.position(), outcome);
      if (outcome instanceof Outcome.Quarantined no) {
        refused.add(no.record());
      }
      if (records % LOOK_EVERY == 0) {
        report(reader, input);
      }
    }
  }

  private void report(RecordReader reader, ProductInput input) {
    long now = System.nanoTime();
    if (now - lastReport < REPORT_EVERY_NANOS) {
      return;
    }
    lastReport = now;
    progress.println(
        String.format(
            Locale.ROOT,
            "%s: %,d records, %.0f%%",
            input.file(),
            reader.recordsRead(),
            100.0 * reader.bytesRead() / Math.max(1, reader.totalBytes())));
  }
}
