package io.xunbao.flinkjobs.io;

import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue file and how to read it. The paths must lead to the same files wherever the job runs.
 *
 * @param path absolute path of the records
 * @param mapping absolute path of the mapping file; null for the project's own JSONL
 */
public record ProductFile(String path, @Nullable String mapping) implements Serializable {
  public ProductFile {
    Objects.requireNonNull(path, "path");
  }

  public static ProductFile of(Path file, @Nullable Path mapping) {
    return new ProductFile(
        file.toAbsolutePath().normalize().toString(),
        mapping == null ? null : mapping.toAbsolutePath().normalize().toString());
  }

  ProductMapping loadMapping() throws IOException {
    return mapping == null ? ProductMapping.identity() : ProductMapping.load(Path.of(mapping));
  }

  /**
   * Checks that the file and its mapping can be used.
   *
   * @throws java.nio.file.NoSuchFileException when there is no such file
   * @throws io.xunbao.indexer.catalog.MappingException when the mapping does not fit it
   */
  public void requireReadable() throws IOException {
    try (RecordReader reader = RecordReader.open(Path.of(path), loadMapping())) {
      reader.bytesRead();
    }
  }

  /**
   * The name under which positions in this file are kept: its place in the list tells twins apart.
   */
  String source(int index) {
    return index + ":" + Path.of(path).getFileName();
  }
}
