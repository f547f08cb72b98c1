package io.xunbao.standalone.cli;

import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.write.CarryOver;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a line a generation; the served one is marked. */
@Command(name = "list", description = "The generations, oldest first; * marks the served one.")
final class GenerationsListCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin IndexOption option = new IndexOption();

  @Override
  public Integer call() throws IOException {
    IndexDirectory index = option.required();
    Optional<String> served = index.served();
    PrintWriter out = spec.commandLine().getOut();
    for (Generation generation : index.generations()) {
      Optional<Snapshot> snapshot = index.snapshots(generation.id()).current();
      out.printf(
          Locale.ROOT,
          "%s %-8s %,12d documents  %d shards  schema %s  lexicon %s  %s%n",
          served.filter(generation.id()::equals).isPresent() ? "*" : " ",
          generation.id(),
          snapshot.map(Snapshot::documents).orElse(0L),
          generation.shards(),
          generation.schemaVersion(),
          generation.lexiconVersion(),
          state(index, generation, snapshot));
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static String state(
      IndexDirectory index, Generation generation, Optional<Snapshot> snapshot) throws IOException {
    if (snapshot.isEmpty()) {
      return "half built";
    }
    if (snapshot.get().finished() || index.wasServed(generation.id())) {
      return "whole";
    }
    return CarryOver.source(snapshot.get()).isPresent() ? "never served" : "half built";
  }
}
