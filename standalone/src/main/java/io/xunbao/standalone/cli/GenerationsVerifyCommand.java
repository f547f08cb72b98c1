package io.xunbao.standalone.cli;

import io.xunbao.indexer.snapshot.CorruptSnapshotException;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads every byte of a generation's newest snapshot and compares the checksums. */
@Command(
    name = "verify",
    description = "Read every byte of a generation and compare the checksums.")
final class GenerationsVerifyCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin IndexOption option = new IndexOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "GENERATION",
      description = "Such as gen-2 (default: the served one).")
  @Nullable String id;

  @Override
  public Integer call() throws IOException {
    IndexDirectory index = option.required();
    Optional<Snapshot> snapshot =
        id == null
            ? index.current()
            : index.snapshots(IndexOption.generation(index, id).id()).current();
    if (snapshot.isEmpty()) {
      throw new CliException("nothing is published in " + (id == null ? index : id));
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      new SnapshotVerifier(index).full(snapshot.get());
    } catch (CorruptSnapshotException damaged) {
      throw new CliException(
          snapshot.get().id()
              + " is damaged: "
              + damaged.getMessage()
              + ". Serve another with ./xunbao generations rollback, or build again",
          damaged);
    }
    out.println(snapshot.get().id() + " is whole");
    out.flush();
    return ExitCode.DONE;
  }
}
