package io.xunbao.standalone.demo;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.flinkjobs.products.BuildProgress;
import io.xunbao.flinkjobs.products.BuildRequest;
import io.xunbao.flinkjobs.products.IndexBuild;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.standalone.generate.SampleData;
import io.xunbao.standalone.generate.SampleSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the demo serves.
 *
 * @param index the published index
 * @param generated whether its products come from the generator
 */
public record DemoShop(Path index, boolean generated) {
  private static final long SEED = 1;
  private static final int SHARDS = 2;
  private static final Duration CHECKPOINTS = Duration.ofSeconds(5);

  /**
   * Generates the sample data where the folder has none yet, and builds its index.
   *
   * @param folder of the demo; made where it is absent
   */
  public static DemoShop generated(Path folder, Consumer<BuildProgress> progress)
      throws IOException, InterruptedException {
    Path data = folder.resolve("generated");
    // Written last by the generator: with it the rest is complete.
    Path products = data.resolve("products.jsonl");
    if (!Files.exists(data.resolve("truth.json"))) {
      products = SampleData.write(data, SampleSize.standard(), SEED).products();
    }
    Path index = folder.resolve("index");
    build(index, List.of(ProductFile.of(products, null)), progress);
    return new DemoShop(index, true);
  }

  /** Builds an index of files that the user named, in a new generation. */
  public static DemoShop of(List<ProductFile> files, Path folder, Consumer<BuildProgress> progress)
      throws IOException, InterruptedException {
    Path index = folder.resolve("index-of-files");
    build(index, files, progress);
    return new DemoShop(index, false);
  }

  private static void build(Path index, List<ProductFile> files, Consumer<BuildProgress> progress)
      throws IOException, InterruptedException {
    BuildRequest request =
        new BuildRequest(IndexDirectory.at(index), files, SHARDS, true, CHECKPOINTS, false, 1);
    if (!IndexBuild.isServed(request)) {
      IndexBuild.run(request, progress);
    }
  }
}
