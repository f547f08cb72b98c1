package io.xunbao.standalone.cli;

import io.xunbao.indexer.quality.QuarantineJson;
import io.xunbao.indexer.quality.QuarantineRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows refused records whole. */
@Command(name = "show", description = "Show refused records: where, why, and the record itself.")
final class QuarantineShowCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin QuarantineFiles files = new QuarantineFiles();

  @Option(names = "--limit", description = "The most records (default: ${DEFAULT-VALUE}).")
  int limit = 20;

  @Option(names = "-o", paramLabel = "FORMAT", description = "text or json (default: text).")
  OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    List<QuarantineRecord> records = files.read();
    PrintWriter out = spec.commandLine().getOut();
    for (QuarantineRecord record : records.subList(0, Math.min(limit, records.size()))) {
      switch (format) {
        case JSON -> out.println(QuarantineJson.write(record));
        case TEXT -> print(record, out);
      }
    }
    out.flush();
    if (records.size() > limit) {
      spec.commandLine()
          .getErr()
          .println((records.size() - limit) + " more; see them with --limit " + records.size());
    }
    return ExitCode.DONE;
  }

  private static void print(QuarantineRecord record, PrintWriter out) {
    out.println(record.position() + "  " + record.rule() + ": " + record.reason());
    if (record.value() != null) {
      String field = record.field() == null ? "value" : record.field();
      out.println("  " + field + ": " + visible(record.value()));
    }
    out.println("  record: " + visible(record.raw()));
  }

  /** Control characters, which could steer a terminal, become visible. */
  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                out.append(
                    c == '\n'
                        ? "\\n"
                        : c == '\t' ? "\\t" : String.format(Locale.ROOT, "\\u%04X", c));
              } else {
                out.append((char) c);
              }
            });
    return out.toString();
  }
}
