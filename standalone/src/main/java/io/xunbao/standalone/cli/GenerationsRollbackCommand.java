package io.xunbao.standalone.cli;

import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexInUseException;
import io.xunbao.indexer.snapshot.IndexLock;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
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
    description = {
      "Serve an older generation again; a running server takes it over by itself.",
      "A running stream goes on in it, and first reads what it has missed; answers are old until then."
    })
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
    try (IndexLock lock = IndexLock.takeToBuild(index)) {
      return rollBack(index);
    } catch (IndexInUseException busy) {
      throw new CliException(
          "a build is going on, which would serve its own generation in the end: stop it, or wait"
              + " for it, then roll back ("
              + busy.getMessage()
              + ")",
          busy);
    }
  }

  private int rollBack(IndexDirectory index) throws IOException {
    Optional<Snapshot> before = index.current();
    Generation target = id == null ? before(index) : IndexOption.generation(index, id);
    Optional<Snapshot> snapshot = index.snapshots(target.id()).current();
    if (snapshot.isEmpty() || !whole(index, target, snapshot.get())) {
      throw new CliException(
          target.id()
              + " was never built to its end, or never passed its gate, so it is not served; see"
              + " generations list");
    }
    new SnapshotVerifier(index).quick(snapshot.get());
    index.serve(target.id());
    PrintWriter out = spec.commandLine().getOut();
    out.println(snapshot.get().id() + " is served");
    before.ifPresent(newer -> tellOfTheStream(newer, snapshot.get()));
    out.flush();
    return ExitCode.DONE;
  }

  /** A stream's job goes where the server looks, and reads there what the generation has missed. */
  private void tellOfTheStream(Snapshot newer, Snapshot older) {
    Map<String, Long> read = older.positions();
    long missed =
        newer.positions().entrySet().stream()
            .filter(source -> !source.getKey().matches(".*[:/].*")) // topics, no files or snapshots
            .mapToLong(
                source -> Math.max(0, source.getValue() - read.getOrDefault(source.getKey(), 0L)))
            .sum();
    if (missed > 0) {
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "it has not read %,d messages of the stream that %s had: ./xunbao run, where it runs or"
                  + " when it is started, reads them into it, and answers are old until then%n",
              missed,
              newer.generation());
    }
  }

  private static boolean whole(IndexDirectory index, Generation generation, Snapshot snapshot)
      throws IOException {
    return snapshot.finished() || index.wasServed(generation.id());
  }

  /** The newest before the served one that can be served. */
  private static Generation before(IndexDirectory index) throws IOException {
    String served =
        index.served().orElseThrow(() -> new CliException("nothing is served in " + index));
    Generation found = null;
    for (Generation generation : index.generations()) {
      if (generation.id().equals(served)) {
        break;
      }
      Optional<Snapshot> snapshot = index.snapshots(generation.id()).current();
      if (snapshot.isPresent() && whole(index, generation, snapshot.get())) {
        found = generation;
      }
    }
    if (found == null) {
      throw new CliException("there is no generation before " + served + "; see generations list");
    }
    return found;
  }
}
