package io.xunbao.standalone.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** The jar that the jobs bring to a Flink cluster; the build puts it beside the command's own. */
final class JobJar {
  private static final String PATTERN = "*-flink-job.jar";

  private JobJar() {}

  /**
   * The jar of this build.
   *
   * @throws CliException when it is not there
   */
  static Path find() throws IOException {
    String mine = JobJar.class.getProtectionDomain().getCodeSource().getLocation().toString();
    return in(Path.of(URI.create(mine)).resolveSibling(".").normalize());
  }

  static Path in(Path folder) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, PATTERN)) {
      Iterator<Path> found = jars.iterator();
      if (!found.hasNext()) {
        throw new CliException(
            "a Flink cluster needs the jobs' jar, and there is no "
                + folder.resolve(PATTERN)
                + "; `mvn package` builds it");
      }
      return found.next();
    }
  }
}
