package io.xunbao.standalone.cli;

import io.xunbao.indexer.share.SnapshotReplica;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexInUseException;
import io.xunbao.indexer.snapshot.IndexLock;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Keeps a folder equal to what a shared store serves, for search servers on this machine. */
@Command(
    name = "follow",
    description = {
      "Fetch what a shared store serves into a folder; a server on that folder takes it over.",
      "A file that is damaged in the store is refused, and what was served before stays."
    })
final class GenerationsFollowCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin IndexOption option = new IndexOption();

  @Mixin StoreOption store = new StoreOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    IndexDirectory index = IndexDirectory.at(option.folder());
    try (IndexLock lock = IndexLock.take(index)) {
      SnapshotReplica replica = new SnapshotReplica(store.store(), index);
      return store.run(
          () -> replica.follow().map(id -> id + "\tserved"),
          spec.commandLine().getOut(),
          spec.commandLine().getErr());
    } catch (IndexInUseException busy) {
      throw new CliException(String.valueOf(busy.getMessage()), busy);
    }
  }
}
