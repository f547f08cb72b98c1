package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.MappingException;
import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordDefect;
import io.xunbao.indexer.catalog.RecordReplay;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.quality.Outcome;
import io.xunbao.indexer.quality.QualityGate;
import io.xunbao.indexer.quality.QuarantineRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries refused records again, after the mapping or the records themselves were mended. */
@Command(
    name = "replay",
    description = {
      "Try refused records again by a mended mapping. Without --out this is a dry run; with it the",
      "records that pass are written as the project's own JSONL, ready for `xunbao index`."
    })
final class QuarantineReplayCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin QuarantineFiles files = new QuarantineFiles();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "The mended mapping; without one the records are in the project's own JSONL.")
  @Nullable Path mapping;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the products that pass now, one JSON object a line, to a new file.")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    List<QuarantineRecord> records = files.read();
    List<String> passing = new ArrayList<>();
    Map<String, List<QuarantineRecord>> failing = new TreeMap<>();
    check(records, passing, failing);
    print(records.size(), passing.size(), failing);
    if (out != null) {
      write(out, passing);
    }
    return ExitCode.DONE;
  }

  private void check(
      List<QuarantineRecord> records,
      List<String> passing,
      Map<String, List<QuarantineRecord>> failing)
      throws IOException {
    try {
      ProductMapping mended =
          mapping == null ? ProductMapping.identity() : ProductMapping.load(mapping);
      QualityGate gate = QualityGate.of(mended);
      for (QuarantineRecord record : records) {
        switch (gate.check(again(record, mended))) {
          case Outcome.Accepted accepted -> passing.add(ProductJson.write(accepted.product()));
          case Outcome.Quarantined still ->
              failing
                  .computeIfAbsent(still.record().rule(), rule -> new ArrayList<>())
                  .add(still.record());
        }
      }
    } catch (MappingException unusable) {
      throw new CliException(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private static SourceRecord again(QuarantineRecord record, ProductMapping mended) {
    boolean escaped = record.rule().equals(RecordDefect.INVALID_ENCODING);
    return RecordReplay.parse(record.position(), record.raw(), escaped, record.header(), mended);
  }

  private void print(int records, int passing, Map<String, List<QuarantineRecord>> failing) {
    PrintWriter results = spec.commandLine().getOut();
    results.println(
        String.format(
            Locale.ROOT,
            "%d of %d records pass now, %d still fail",
            passing,
            records,
            records - passing));
    failing.forEach(
        (rule, still) ->
            results.println(
                String.format(
                    Locale.ROOT,
                    "%8d  %-20s such as %s: %s",
                    still.size(),
                    rule,
                    still.getFirst().position(),
                    still.getFirst().reason())));
    results.flush();
  }

  private void write(Path file, List<String> passing) throws IOException {
    if (Files.exists(file)) {
      throw new CliException(file + " is there already; name a new file, or remove it: --out FILE");
    }
    Files.write(file, passing);
    spec.commandLine()
        .getErr()
        .println("index them with: xunbao index --products " + file + " --index DIR");
  }
}
