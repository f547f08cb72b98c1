package io.xunbao.standalone.cli;

import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotVerifier;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves an older generation again, after its files were checked. */
@Command(
    name = "rollback",
    description = "Serve an older generation again; a running server takes it over by itself.")
final class GenerationsRollbackCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin IndexOption option = new IndexOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "GENERATION",
      description = "Such as gen-1 (default: the one before the served one).")
  @Nullable String id;

  @Override
  public Integer call() throws IOException {
    IndexDirectory index = option.required();
    Generation target = id == null ? before(index) : IndexOption.generation(index, id);
    Optional<Snapshot> snapshot = index.snapshots(target.id()).current();
    if (snapshot.isEmpty() || !snapshot.get().finished()) {
      throw new CliException(
          target.id() + " was never built to its end, so it is not served; see generations list");
    }
    new SnapshotVerifier(index).quick(snapshot.get());
    index.serve(target.id());
    spec.commandLine().getOut().println(snapshot.get().id() + " is served");
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  private static Generation before(IndexDirectory index) throws IOException {
    String served =
        index.served().orElseThrow(() -> new CliException("nothing is served in " + index));
    List<Generation> all = index.generations();
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i).id().equals(served)) {
        return all.get(i - 1);
      }
    }
    throw new CliException("there is no generation before " + served + "; see generations list");
  }
}
