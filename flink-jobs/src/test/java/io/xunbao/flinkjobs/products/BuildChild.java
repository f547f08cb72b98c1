package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A build in a process of its own, which can be killed. Arguments: index, product file. */
final class BuildChild {
  private BuildChild() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    IndexBuild.run(request(Path.of(args[0]), Path.of(args[1])), progress -> {});
  }

  static BuildRequest request(Path index, Path products) {
    return new BuildRequest(
        IndexDirectory.at(index),
        List.of(ProductFile.of(products, null)),
        2,
        false,
        Duration.ofMillis(300),
        false,
        1);
  }
}
