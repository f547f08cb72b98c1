package io.xunbao.standalone.cli;

import io.xunbao.indexer.quality.FileQuarantine;
import io.xunbao.indexer.quality.QualityReport;
import io.xunbao.indexer.quality.Quarantine;
import io.xunbao.indexer.quality.report.HtmlReport;
import io.xunbao.indexer.quality.report.JsonReport;
import io.xunbao.indexer.quality.report.TextReport;
import io.xunbao.standalone.cli.ProductInputs.ProductInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reports on the quality of product files without indexing them. */
@Command(
    name = "quality",
    description =
        "Report on product files without indexing them: what is refused, mended, missing, double"
            + " or oddly priced.")
final class QualityCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ProductInputs inputs = new ProductInputs();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also write the report: a page with plots (.html) or JSON (.json).")
  @Nullable Path report;

  @Option(
      names = "--quarantine",
      paramLabel = "FILE",
      description = "Write the refused records to a new JSONL file, for `xunbao quarantine`.")
  @Nullable Path quarantine;

  @Option(names = "-o", paramLabel = "FORMAT", description = "text or json (default: text).")
  OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    requireKnownSuffix();
    List<ProductInput> products = inputs.required();
    QualityPass pass = new QualityPass(spec.commandLine().getErr());
    try (Quarantine refused = open()) {
      QualityReport found = pass.over(products, refused);
      print(found);
      if (report != null) {
        write(report, found);
      }
      refused.flush();
    }
    pass.throwIfBroken();
    return ExitCode.DONE;
  }

  private Quarantine open() throws IOException {
    if (quarantine == null) {
      return new NoQuarantine();
    }
    if (Files.exists(quarantine)) {
      throw new CliException(
          quarantine + " is there already; name a new file, or remove it: --quarantine FILE");
    }
    return FileQuarantine.append(quarantine);
  }

  private void print(QualityReport found) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> out.print(TextReport.render(found));
      case JSON -> out.println(JsonReport.render(found));
    }
    out.flush();
  }

  private void requireKnownSuffix() {
    if (report != null && !isHtml(report) && !isJson(report)) {
      throw new ParameterException(
          spec.commandLine(), "--report must end in .html or .json, got " + report);
    }
  }

  private void write(Path file, QualityReport found) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, isHtml(file) ? HtmlReport.render(found) : JsonReport.render(found));
    spec.commandLine().getErr().println("report: " + file.toAbsolutePath());
  }

  private static boolean isHtml(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".html");
  }

  private static boolean isJson(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
  }
}
