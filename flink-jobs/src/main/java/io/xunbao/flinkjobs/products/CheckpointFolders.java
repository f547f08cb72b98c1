package io.xunbao.flinkjobs.products;

import io.xunbao.indexer.snapshot.Generation;
import java.nio.file.Path;

/**
 * Where the stream keeps its checkpoints: a folder for each generation, since the state of one is
 * of no use to another.
 */
record CheckpointFolders(Path root) {
  Checkpoints of(Generation generation) {
    return new Checkpoints(root.resolve("products-" + generation.id()));
  }
}
