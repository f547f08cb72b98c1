package io.xunbao.standalone.cli;

import io.xunbao.indexer.share.FileSharedStore;
import io.xunbao.indexer.share.SharedStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the verbs that keep a shared store and an index equal, once or for ever. */
final class StoreOption {
  @Option(
      names = "--store",
      required = true,
      paramLabel = "DIR",
      description = "The shared folder, which all machines reach.")
  private Path folder = Path.of("");

  @Option(
      names = "--every",
      paramLabel = "MS",
      description = "Look again after so many milliseconds, until Ctrl-C (default: once).")
  private @Nullable Integer millis;

  /** One look at both sides: says what was done, or nothing where they are equal. */
  interface Look {
    Optional<String> look() throws IOException;
  }

  SharedStore store() {
    return FileSharedStore.at(folder);
  }

  /**
   * Looks once, or again and again. What fails then is told of and tried again, for a network that
   * was away comes back.
   *
   * @throws CliException when a single look fails
   */
  int run(Look look, PrintWriter out, PrintWriter err) throws InterruptedException {
    if (millis != null && millis < 10) {
      throw new CliException("--every must be >= 10 ms, got " + millis);
    }
    CountDownLatch never = new CountDownLatch(1);
    do {
      try {
        look.look().ifPresent(out::println);
        out.flush();
      } catch (IOException failure) {
        if (millis == null) {
          throw new CliException(String.valueOf(failure.getMessage()), failure);
        }
        err.println("xunbao: " + failure.getMessage());
        err.flush();
      }
    } while (millis != null && !never.await(millis, TimeUnit.MILLISECONDS));
    return ExitCode.DONE;
  }
}
