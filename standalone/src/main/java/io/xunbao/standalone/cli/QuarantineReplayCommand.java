package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.MappingException;
import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordDefect;
import io.xunbao.indexer.catalog.RecordReplay;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.quality.FileQuarantine;
import io.xunbao.indexer.quality.Outcome;
import io.xunbao.indexer.quality.QualityGate;
import io.xunbao.indexer.quality.Quarantine;
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
      "Try refused records again by a mended mapping. Without --out and --config this is a dry run.",
      "With --out the records that pass are written as the project's own JSONL, ready for `xunbao"
          + " index`; with --config they are sent into the stream of products."
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

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "Send the products that pass now to the broker of this configuration of `xunbao run`, and"
            + " wait until it has acknowledged them.",
        "They are as old as when they were refused: newer versions stay, and twice is harmless."
      })
  @Nullable Path config;

  @Option(
      names = "--rest",
      paramLabel = "FILE",
      description = "Write the records that still fail, with their reasons, to a new quarantine.")
  @Nullable Path rest;

  @Override
  public Integer call() throws IOException {
    requireNew(out, "--out");
    requireNew(rest, "--rest");
    List<QuarantineRecord> records = files.read();
    List<StreamReplay.Mended> passing = new ArrayList<>();
    Map<String, List<QuarantineRecord>> failing = new TreeMap<>();
    check(records, passing, failing);
    print(records.size(), passing.size(), failing);
    if (out != null) {
      write(out, passing);
    }
    if (config != null) {
      send(RunSettings.read(config).broker(), passing);
    }
    if (rest != null) {
      keep(rest, failing);
    }
    return ExitCode.DONE;
  }

  private static void requireNew(@Nullable Path file, String option) {
    if (file != null && Files.exists(file)) {
      throw new CliException(
          file + " is there already; name a new file, or remove it: " + option + " FILE");
    }
  }

  private void send(KafkaSection broker, List<StreamReplay.Mended> passing) throws IOException {
    new StreamReplay(broker.settings(), broker.topics()).send(passing);
    spec.commandLine()
        .getOut()
        .println(
            String.format(
                Locale.ROOT,
                "%d products acknowledged by %s",
                passing.size(),
                broker.bootstrapServers()));
    spec.commandLine().getOut().flush();
  }

  private static void keep(Path file, Map<String, List<QuarantineRecord>> failing)
      throws IOException {
    try (Quarantine quarantine = FileQuarantine.append(file)) {
      for (List<QuarantineRecord> of : failing.values()) {
        for (QuarantineRecord record : of) {
          quarantine.add(record);
        }
      }
      quarantine.flush();
    }
  }

  private void check(
      List<QuarantineRecord> records,
      List<StreamReplay.Mended> passing,
      Map<String, List<QuarantineRecord>> failing)
      throws IOException {
    try {
      ProductMapping mended =
          mapping == null ? ProductMapping.identity() : ProductMapping.load(mapping);
      QualityGate gate = QualityGate.of(mended);
      for (QuarantineRecord record : records) {
        switch (gate.check(again(record, mended))) {
          case Outcome.Accepted accepted ->
              passing.add(new StreamReplay.Mended(record.position(), accepted.product()));
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

  private void write(Path file, List<StreamReplay.Mended> passing) throws IOException {
    Files.write(file, passing.stream().map(mended -> ProductJson.write(mended.product())).toList());
    spec.commandLine()
        .getErr()
        .println("index them with: xunbao index --products " + file + " --index DIR");
  }
}
