package io.xunbao.standalone.cli;

import io.xunbao.flinkjobs.products.BuildRefusedException;
import io.xunbao.flinkjobs.run.FlinkCluster;
import io.xunbao.flinkjobs.run.StreamJob;
import io.xunbao.flinkjobs.run.StreamMetrics;
import io.xunbao.indexer.snapshot.IndexInUseException;
import io.xunbao.indexer.snapshot.IndexLock;
import io.xunbao.standalone.stream.MetricsPort;
import io.xunbao.standalone.stream.StreamJobs;
import io.xunbao.standalone.stream.StreamRun;
import io.xunbao.standalone.stream.StreamSetup;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the streaming jobs until the process is told to stop, or submits them to a cluster. */
@Command(
    name = "run",
    description = {
      "Run the streaming jobs: products and what shoppers do, from Kafka.",
      "In this process until SIGTERM or Ctrl-C, or submitted to a Flink cluster. Started again it"
          + " goes on where it stopped, also after a kill."
    })
final class RunCommand implements Callable<Integer> {
  private static final long LOOK_SECONDS = 1;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "YAML; examples/run.yaml shows all keys.")
  Path config = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    RunSettings settings = RunSettings.read(config);
    StreamSetup setup = settings.setup();
    try {
      settings.ensureTopics(setup);
      return settings.cluster() == null || settings.cluster().equals("local")
          ? runHere(settings, setup)
          : submit(settings, setup, settings.cluster());
    } catch (BuildRefusedException | IndexInUseException | IllegalArgumentException mendable) {
      throw new CliException(String.valueOf(mendable.getMessage()), mendable);
    }
  }

  private int submit(RunSettings settings, StreamSetup setup, String address) throws IOException {
    FlinkCluster cluster = FlinkCluster.at(address);
    Path jar = JobJar.find();
    for (StreamJob job : StreamJobs.plan(settings.jobNames(setup), setup)) {
      String id = cluster.submit(job, settings.jobSettings(), jar);
      spec.commandLine().getOut().println(job.name() + "\t" + id);
    }
    return ExitCode.DONE;
  }

  private int runHere(RunSettings settings, StreamSetup setup)
      throws IOException, InterruptedException {
    tellOfTheStore(setup.target().share());
    try (IndexLock lock = IndexLock.take(settings.directory())) {
      StreamMetrics metrics = new StreamMetrics();
      Optional<MetricsPort> port = settings.metrics(metrics);
      StreamRun run =
          StreamRun.start(settings.jobNames(setup), setup, settings.jobSettings(), metrics);
      CountDownLatch stopped = stopOnSignal(run);
      try {
        PrintWriter out = spec.commandLine().getOut();
        run.jobs().forEach(job -> out.println("running " + job.name()));
        out.flush();
        spec.commandLine()
            .getErr()
            .printf(Locale.ROOT, "Flink at %s; Ctrl-C stops%n", run.restAddress());
        port.ifPresent(at -> tellMetrics(at.port()));
        return watch(run, stopped);
      } finally {
        IOUtils.closeWhileHandlingException(run, port.orElse(null));
      }
    }
  }

  /** A store that is away does not keep the jobs from running, but a mistyped path is told of. */
  private void tellOfTheStore(@Nullable Path share) {
    if (share == null) {
      return;
    }
    String wrong = "nobody may write there";
    try {
      if (Files.isWritable(Files.createDirectories(share))) {
        return;
      }
    } catch (IOException failure) {
      wrong = failure.toString();
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "xunbao: the shared store "
            + share
            + " takes no snapshots now ("
            + wrong
            + "): the jobs run without it and try again with every checkpoint; shareFailures counts,"
            + " see docs/metrics.md. If the path is wrong, correct `share` and start again");
    err.flush();
  }

  private void tellMetrics(int port) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("metrics at http://localhost:" + port + "/metrics");
    err.flush();
  }

  /** Tells of restarts as they happen, and moves the index job to what is served. */
  private int watch(StreamRun run, CountDownLatch stopped)
      throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    JobWatch watch = new JobWatch(run::jobs, err);
    while (!stopped.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
      try {
        run.follow()
            .ifPresent(to -> err.println(to + " is served now: the index job goes on in it"));
      } catch (IOException failure) {
        err.println(
            "the index job cannot move to what is served, and tries again: "
                + failure.getMessage());
        err.flush();
      }
      if (watch.look()) {
        return ExitCode.FAILED;
      }
    }
    return ExitCode.DONE;
  }

  private static CountDownLatch stopOnSignal(StreamRun run) {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(
                    () -> {
                      stopped.countDown();
                      try {
                        run.close();
                      } catch (IOException e) {
                        throw new UncheckedIOException("the jobs did not end in order", e);
                      }
                    }));
    return stopped;
  }
}
