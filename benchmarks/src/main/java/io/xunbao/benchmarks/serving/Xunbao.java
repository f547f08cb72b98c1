package io.xunbao.benchmarks.serving;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command {@code xunbao} in a process of its own, with this JVM's flags. */
final class Xunbao {
  private static final String MAIN = "io.xunbao.standalone.cli.Main";

  private Xunbao() {}

  /** Runs a verb to its end. */
  static void run(String... verb) throws IOException, InterruptedException {
    int code =
        builder(ownClassPath(), verb)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("xunbao " + String.join(" ", verb) + " must exit with 0, got " + code);
    }
  }

  private static String ownClassPath() {
    return System.getProperty("java.class.path");
  }

  private static ProcessBuilder builder(String classPath, String... verb) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(classPath);
    command.add(MAIN);
    command.addAll(List.of(verb));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** A serving process. */
  record Server(Process process, URI uri) implements AutoCloseable {
    static Server start(LoadedShop shop, int window, int answers) throws IOException {
      return start(ownClassPath(), shop, window, answers);
    }

    /**
     * The same of another build.
     *
     * @param classPath of the command
     */
    static Server start(String classPath, LoadedShop shop, int window, int answers)
        throws IOException {
      Process process =
          builder(
                  classPath,
                  "serve",
                  "--index",
                  shop.index().toString(),
                  "--models",
                  shop.models().toString(),
                  "--window",
                  Integer.toString(window),
                  "--answers",
                  Integer.toString(answers),
                  "--port",
                  "0")
              .start();
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String uri = lines.readLine();
      if (uri == null) {
        throw new IOException("the server ended before it was ready");
      }
      return new Server(process, URI.create(uri.strip()));
    }

    /** CPU that the server has taken so far, of all its threads. */
    Duration cpu() {
      return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }
}
