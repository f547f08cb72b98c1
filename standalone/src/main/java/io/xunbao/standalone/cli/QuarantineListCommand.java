package io.xunbao.standalone.cli;

import io.xunbao.indexer.quality.QuarantineRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Groups refused records by why they were refused. */
@Command(name = "list", description = "Group refused records by the rule that refused them.")
final class QuarantineListCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin QuarantineFiles files = new QuarantineFiles();

  @Option(names = "-o", paramLabel = "FORMAT", description = "text or json (default: text).")
  OutputFormat format = OutputFormat.TEXT;

  /** Records that one rule refused, and the first of them. */
  record Group(String rule, int records, String firstPosition, String firstReason) {}

  @Override
  public Integer call() throws IOException {
    List<QuarantineRecord> records = files.read();
    List<Group> groups = groups(records);
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(JsonMapper.shared().writeValueAsString(groups));
    } else {
      out.println(String.format(Locale.ROOT, "%,d records in quarantine", records.size()));
      for (Group group : groups) {
        out.println(
            String.format(
                Locale.ROOT,
                "%,8d  %-20s first at %s: %s",
                group.records(),
                group.rule(),
                group.firstPosition(),
                group.firstReason()));
      }
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static List<Group> groups(List<QuarantineRecord> records) {
    Map<String, List<QuarantineRecord>> byRule = new LinkedHashMap<>();
    records.forEach(of -> byRule.computeIfAbsent(of.rule(), rule -> new ArrayList<>()).add(of));
    return byRule.entrySet().stream()
        .map(entry -> group(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Group::records).reversed().thenComparing(Group::rule))
        .toList();
  }

  private static Group group(String rule, List<QuarantineRecord> records) {
    QuarantineRecord first = records.getFirst();
    return new Group(rule, records.size(), first.position().toString(), first.reason());
  }
}
