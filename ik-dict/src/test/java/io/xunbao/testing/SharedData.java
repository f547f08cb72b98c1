package io.xunbao.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The real data for development and evaluation, which lives beside the project and is never part of
 * it: {@code $XUNBAO_DATA}, or {@code ../shared/data} seen from the project's root.
 */
public final class SharedData {
  private SharedData() {}

  /**
   * The path of one data file. Skips the calling test, with a message that names the path looked
   * at, where the file is absent.
   *
   * @param relative path below the data folder, such as {@code zh/catalogue-union.tsv}
   */
  public static Path file(String relative) {
    Path path = root().resolve(relative);
    Assumptions.assumeTrue(
        Files.exists(path),
        () -> "no real data at " + path + "; set XUNBAO_DATA to the folder that holds it");
    return path;
  }

  /** The project's root: the nearest parent of the working directory that holds {@code .ci/run}. */
  public static Path projectRoot() {
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      if (Files.exists(p.resolve(".ci/run"))) {
        return p;
      }
    }
    throw new IllegalStateException("not inside the project: " + Path.of("").toAbsolutePath());
  }

  private static Path root() {
    String named = System.getenv("XUNBAO_DATA");
    return named != null ? Path.of(named) : projectRoot().resolve("../shared/data").normalize();
  }
}
