package io.xunbao.standalone.cli;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.flinkjobs.products.BuildProgress;
import io.xunbao.flinkjobs.products.BuildRequest;
import io.xunbao.flinkjobs.products.CatchUpStream;
import io.xunbao.flinkjobs.products.Reindex;
import io.xunbao.flinkjobs.products.ReindexRequest;
import io.xunbao.flinkjobs.products.ReindexResult;
import io.xunbao.flinkjobs.products.ReindexWatch;
import io.xunbao.flinkjobs.products.SwapGate;
import io.xunbao.indexer.catalog.MappingException;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexInUseException;
import io.xunbao.standalone.stream.StreamSetup;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds a generation beside one that a stream feeds, catches up, asks the gate and swaps. */
@Command(
    name = "reindex",
    description = {
      "Build the index anew while ./xunbao run feeds it and ./xunbao serve serves it: for other"
          + " files, mappings, words or shards.",
      "The new generation is built beside the served one, takes over what came through the stream"
          + " alone, catches up with the stream, is compared with the served one, and is swapped in."
          + " The running jobs and servers follow by themselves; ./xunbao generations rollback goes"
          + " back.",
      "Without --products it is built from what the served generation stores.",
      "Interrupted or refused by the gate, run it again: it goes on. Exit code 3: the gate refused,"
          + " and what was served stays."
    })
final class ReindexCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ProductInputs inputs = new ProductInputs();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "That of ./xunbao run: the index, the stream and its checkpoints.")
  Path config = Path.of("");

  @Option(
      names = "--shards",
      paramLabel = "N",
      description = "Of the new generation (default: those of the served one).")
  @Nullable Integer shards;

  @Option(names = "--restart", description = "Throw away what an interrupted run left.")
  boolean restart;

  @Option(names = "--force", description = "Swap in spite of what the gate says.")
  boolean force;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "1",
      description = "Older generations to keep for a rollback (default: ${DEFAULT-VALUE}).")
  int keep;

  @Mixin GateOptions gate = new GateOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    RunSettings settings = RunSettings.read(config);
    StreamSetup setup = settings.setup();
    IndexDirectory index = settings.directory();
    SwapGate checks = gate.of(index);
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), false);
    try {
      settings.ensureTopics(setup);
      CatchUpStream stream =
          new CatchUpStream(
              setup.kafka(), setup.topics(), setup.checkpoints(), settings.jobSettings());
      ReindexResult result =
          Reindex.run(
              new ReindexRequest(request(index), stream, ReindexRequest.PATIENCE, force),
              checks,
              watch(progress));
      return report(result, settings);
    } catch (NoSuchFileException missing) {
      throw missing;
    } catch (IndexInUseException busy) {
      throw new CliException(
          "another reindex or build makes a generation of this index: wait for it or stop it, then"
              + " run this again ("
              + busy.getMessage()
              + ")",
          busy);
    } catch (IOException | MappingException failure) {
      progress.end();
      throw new CliException(String.valueOf(failure.getMessage()), failure);
    }
  }

  private BuildRequest request(IndexDirectory index) throws IOException {
    List<ProductFile> files =
        inputs.load().stream()
            .map(input -> ProductFile.of(input.file(), input.mappingFile()))
            .toList();
    String served = index.served().orElse(null);
    if (served == null) {
      throw new CliException(
          "nothing is served in "
              + index
              + " that a new generation could stand beside; begin with ./xunbao run or ./xunbao"
              + " index");
    }
    try {
      return new BuildRequest(
          index,
          files,
          shards == null ? index.generation(served).shards() : shards,
          restart,
          BuildRequest.CHECKPOINT_INTERVAL,
          false,
          keep);
    } catch (IllegalArgumentException wrong) {
      throw new CliException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private ReindexWatch watch(ProgressLine progress) {
    PrintWriter out = spec.commandLine().getOut();
    return new ReindexWatch() {
      @Override
      public void building(BuildProgress reading) {
        progress.accept(reading);
      }

      @Override
      public void step(String sentence) {
        progress.end();
        out.println(sentence);
        out.flush();
      }
    };
  }

  private int report(ReindexResult result, RunSettings settings) {
    PrintWriter out = spec.commandLine().getOut();
    for (SwapGate.Finding finding : result.findings()) {
      out.println((finding.passed() ? "passed  " : "FAILED  ") + finding.text());
    }
    String next = result.next();
    String before = result.before();
    if (!result.swapped()) {
      out.flush();
      spec.commandLine()
          .getErr()
          .printf(
              Locale.ROOT,
              "xunbao: %s is not served, %s stays. Mend what differs and run it with --restart; or give"
                  + " the gate other limits, or --force, and the same command goes on from %s%n",
              next,
              before,
              next);
      return ExitCode.WORSE_THAN_GATE;
    }
    out.println(next + " is served; ./xunbao generations rollback goes back to " + before);
    if (settings.cluster() != null && !settings.cluster().equals("local")) {
      out.println(
          "the job at "
              + settings.cluster()
              + " still writes "
              + before
              + ": cancel it there and run ./xunbao run --config "
              + config
              + " again; it goes on in "
              + next
              + " and loses nothing");
    }
    out.flush();
    return ExitCode.DONE;
  }
}
