package io.xunbao.standalone.cli;

import io.xunbao.flinkjobs.run.FlinkCluster;
import io.xunbao.flinkjobs.run.StreamJob;
import io.xunbao.standalone.stream.StreamJobs;
import io.xunbao.standalone.stream.StreamSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The entry point of the job jar: {@code flink run -d JAR --config FILE} on any Flink 2.3 cluster.
 * The file is that of {@code ./xunbao run}; its key {@code cluster} does not count, for Flink's
 * command already knows where to.
 */
public final class JobMain {
  private JobMain() {}

  @ConsoleOutput
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2 || !args[0].equals("--config")) {
      throw new CliException("the arguments must be --config FILE, got " + Arrays.toString(args));
    }
    RunSettings settings = RunSettings.read(Path.of(args[1]));
    StreamSetup setup = settings.setup();
    settings.ensureTopics(setup);
    for (StreamJob job : StreamJobs.plan(settings.jobNames(setup), setup)) {
      String id = FlinkCluster.submitToCaller(job, settings.jobSettings());
      System.out.println(job.name() + "\t" + id);
    }
  }
}
