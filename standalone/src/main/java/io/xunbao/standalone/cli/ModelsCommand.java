package io.xunbao.standalone.cli;

import io.xunbao.ranker.model.ModelCard;
import io.xunbao.ranker.model.ModelRefused;
import io.xunbao.ranker.model.ModelRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code xunbao models}: what is in a registry, and which version serves. */
@Command(
    name = "models",
    description = "List the models of a registry, make one serve, or go back to the one before.")
final class ModelsCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--models",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The registry (default: ${DEFAULT-VALUE}).")
  Path models = Path.of("models");

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(name = "list", description = "Every version of every kind; * marks the one that serves.")
  int list() throws IOException {
    ModelRegistry registry = ModelRegistries.open(models);
    PrintWriter out = spec.commandLine().getOut();
    for (Map.Entry<String, List<String>> kind : registry.list().entrySet()) {
      String current = registry.currentVersion(kind.getKey()).orElse("");
      for (String version : kind.getValue()) {
        out.printf(
            Locale.ROOT,
            "%s %-12s %s  %s%n",
            version.equals(current) ? "*" : " ",
            kind.getKey(),
            version,
            described(registry, kind.getKey(), version));
      }
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static String described(ModelRegistry registry, String kind, String version)
      throws IOException {
    try {
      ModelCard card = registry.open(kind, version).card();
      StringBuilder text = new StringBuilder(card.format());
      new TreeMap<>(card.metrics())
          .forEach(
              (name, value) -> text.append(String.format(Locale.ROOT, "  %s %.4g", name, value)));
      return text.toString();
    } catch (ModelRefused e) {
      return "unusable: " + e.getMessage();
    }
  }

  @Command(name = "promote", description = "Check a version and make it the one that serves.")
  int promote(
      @Parameters(paramLabel = "KIND", description = "Such as ltr.") String kind,
      @Parameters(paramLabel = "VERSION", description = "As models list prints it.") String version)
      throws IOException {
    ModelRegistries.open(models).promote(kind, version);
    spec.commandLine().getOut().println(kind + " " + version + " serves");
    return ExitCode.DONE;
  }

  @Command(name = "rollback", description = "Return to the version that served before.")
  int rollback(@Parameters(paramLabel = "KIND", description = "Such as ltr.") String kind)
      throws IOException {
    String version = ModelRegistries.open(models).rollback(kind);
    spec.commandLine().getOut().println(kind + " " + version + " serves again");
    return ExitCode.DONE;
  }
}
