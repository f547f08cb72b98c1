package io.xunbao.standalone.cli;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.flinkjobs.products.BuildRequest;
import io.xunbao.flinkjobs.products.BuildResult;
import io.xunbao.flinkjobs.products.IndexBuild;
import io.xunbao.indexer.catalog.MappingException;
import io.xunbao.indexer.share.FileSharedStore;
import io.xunbao.indexer.share.SnapshotSharing;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexInUseException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds a generation of the index from files through Flink and serves it. */
@Command(
    name = "index",
    description = {
      "Build the index from product files through Flink: a new generation beside the one that is",
      "served, swapped in when it is whole. Interrupted, run it again: it goes on where it stopped."
    })
final class IndexCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ProductInputs inputs = new ProductInputs();

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "The index; made where there is none.")
  @Nullable Path index;

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "2",
      description = "Lucene indexes that are written side by side (default: ${DEFAULT-VALUE}).")
  int shards;

  @Option(names = "--restart", description = "Throw away what an interrupted run left.")
  boolean restart;

  @Option(names = "--web-ui", description = "Show Flink's web page while the job runs.")
  boolean webUi;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "1",
      description = "Older generations to keep for a rollback (default: ${DEFAULT-VALUE}).")
  int keep;

  @Option(
      names = "--checkpoint-seconds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How much work a crash may cost (default: ${DEFAULT-VALUE}).")
  int checkpointSeconds;

  @Option(
      names = "--share",
      paramLabel = "DIR",
      description = "Shared folder that gets the index when it is served, for replicas to follow.")
  @Nullable Path share;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<ProductFile> files =
        inputs.required().stream()
            .map(input -> ProductFile.of(input.file(), input.mappingFile()))
            .toList();
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), webUi);
    try {
      BuildRequest request = request(files);
      BuildResult result = IndexBuild.run(request, progress);
      progress.end();
      IndexSummary.print(result, spec.commandLine().getOut());
      if (share != null) {
        send(request.index(), share);
      }
      return ExitCode.DONE;
    } catch (NoSuchFileException missing) {
      throw missing;
    } catch (IndexInUseException busy) {
      throw new CliException(
          busy.getMessage() + ". Beside a running stream use ./xunbao reindex --config FILE", busy);
    } catch (IOException | MappingException failure) {
      progress.end();
      throw new CliException(String.valueOf(failure.getMessage()), failure);
    }
  }

  /** Served it is already: a store that is away takes nothing of that back. */
  private void send(IndexDirectory index, Path store) {
    try {
      new SnapshotSharing(index, FileSharedStore.at(store))
          .send()
          .ifPresent(sent -> spec.commandLine().getErr().println(sent.snapshot() + " is shared"));
    } catch (IOException away) {
      throw new CliException(
          String.format(
              Locale.ROOT,
              "%s is built and served, but %s did not take it: %s. `./xunbao generations send"
                  + " --index %s --store %s` tries again.",
              index,
              store,
              away.getMessage(),
              index,
              store),
          away);
    }
  }

  private BuildRequest request(List<ProductFile> files) {
    if (index == null) {
      throw new CliException("no index: name its folder with --index DIR");
    }
    try {
      return new BuildRequest(
          IndexDirectory.at(index),
          files,
          shards,
          restart,
          Duration.ofSeconds(checkpointSeconds),
          webUi,
          keep);
    } catch (IllegalArgumentException wrong) {
      throw new CliException(String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
