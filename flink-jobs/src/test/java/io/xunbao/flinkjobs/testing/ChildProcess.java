package io.xunbao.flinkjobs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Starts a class of the tests in a process of its own, to be killed. */
public final class ChildProcess {
  private static final int KILLED = 137;

  private ChildProcess() {}

  /**
   * Starts it.
   *
   * @param heap such as {@code 700m}
   * @param log takes what it prints
   */
  public static Process start(Class<?> main, String heap, Path log, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "--add-modules",
            "jdk.incubator.vector",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx" + heap,
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /**
   * Waits for what a running process does; it fails with what the process printed when it ends
   * before, and after two minutes.
   *
   * @param what is awaited, for the message
   */
  public static void await(Process child, Path log, String what, Callable<Boolean> done)
      throws Exception {
    for (int i = 0; i < 6_000; i++) {
      if (done.call()) {
        return;
      }
      assertThat(child.waitFor(20, TimeUnit.MILLISECONDS))
          .as("the child runs; its log: %s", Files.readString(log))
          .isFalse();
    }
    throw new AssertionError("not within two minutes: " + what);
  }

  /** Ends a process with SIGKILL, which must strike it alive. */
  public static void kill(Process child) throws InterruptedException {
    assertThat(child.isAlive()).as("the kill strikes a running process").isTrue();
    assertThat(child.destroyForcibly().waitFor()).isEqualTo(KILLED);
  }
}
