package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.run.CheckpointFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.util.IOUtils;

/** The retained checkpoints of a build, which a later run goes on from. */
final class Checkpoints {
  private final Path folder;

  Checkpoints(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** The newest complete checkpoint. */
  Optional<Path> newest() throws IOException {
    return CheckpointFolder.newest(folder);
  }

  void remove() throws IOException {
    if (Files.exists(folder)) {
      IOUtils.rm(folder);
    }
  }
}
