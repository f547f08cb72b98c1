package io.xunbao.standalone.cli;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.indexer.catalog.MappingException;
import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.SearchModels;
import io.xunbao.queryapi.http.ServerConfig;
import io.xunbao.standalone.demo.DemoShop;
import io.xunbao.standalone.demo.DemoStreams;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything in one process: data, index, HTTP and the storefront. */
@Command(
    name = "demo",
    description = {
      "Everything in one process: generate sample data, index it through Flink, serve it.",
      "With --products: your own files instead. Opens no browser, prints the address.",
      "A Kafka broker and the streaming jobs start behind the first page: what is posted to"
          + " /v1/products is searchable within seconds, and what is posted to /v1/events changes"
          + " that user's next search."
    })
final class DemoCommand implements Callable<Integer> {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ProductInputs inputs = new ProductInputs();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port on the loopback address; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  int port = ServerConfig.DEFAULT_PORT;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where the demo keeps its data and index (default: ${DEFAULT-VALUE}).")
  Path folder = Path.of(".xunbao", "demo");

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServerConfig config = config();
    DemoShop shop = prepare();
    DemoStreams streams = new DemoStreams(folder, shop.index());
    SearchModels models = SearchModels.NONE.withLive(streams.links().shoppers());
    Serving.untilStopped(
        config.withGeneratedData(shop.generated()),
        new ServedParts(
            streams.logged(IndexSearchService.open(shop.index(), LOOK_EVERY, models)),
            streams.links(),
            background(streams)),
        spec.commandLine());
    return ExitCode.DONE;
  }

  private static ServedParts.Background background(DemoStreams streams) {
    return new ServedParts.Background() {
      @Override
      public void start() {
        streams.start();
      }

      @Override
      public void close() throws IOException {
        streams.close();
      }
    };
  }

  private ServerConfig config() {
    try {
      return ServerConfig.onPort(port);
    } catch (IllegalArgumentException wrong) {
      throw new CliException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private DemoShop prepare() throws IOException, InterruptedException {
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), false);
    try {
      if (inputs.isEmpty()) {
        spec.commandLine().getErr().println("sample data: generated, no shop or product is real");
        return DemoShop.generated(folder, progress);
      }
      List<ProductFile> files =
          inputs.load().stream()
              .map(input -> ProductFile.of(input.file(), input.mappingFile()))
              .toList();
      return DemoShop.of(files, folder, progress);
    } catch (NoSuchFileException missing) {
      throw missing;
    } catch (IOException | MappingException failure) {
      throw new CliException(String.valueOf(failure.getMessage()), failure);
    } finally {
      progress.end();
    }
  }
}
