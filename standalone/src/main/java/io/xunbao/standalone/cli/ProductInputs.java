package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.MappingException;
import io.xunbao.indexer.catalog.ProductMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * The product files that a verb reads: {@code --products A --mapping MA --products B --mapping MB}.
 * A mapping belongs to the file before it; a file without one is in the project's own JSONL.
 *
 * <p>A verb takes it as {@code @Mixin ProductInputs inputs}; where a verb cannot do without, it
 * calls {@link #required}.
 */
final class ProductInputs {
  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<FileAndMapping> files = new ArrayList<>();

  static final class FileAndMapping {
    @Option(
        names = "--products",
        required = true,
        paramLabel = "FILE",
        description = {
          "Products in CSV, TSV or JSONL, also packed as .gz.",
          "Repeat it, each with its own --mapping, for several sources."
        })
    private @Nullable Path products;

    @Option(
        names = "--mapping",
        paramLabel = "FILE",
        description = {
          "How the fields of that file become fields of products (YAML, see examples/mappings).",
          "Without one the file is in the project's own JSONL."
        })
    private @Nullable Path mapping;
  }

  /**
   * One source and its mapping.
   *
   * @param file what {@code --products} named; it exists
   * @param mappingFile what {@code --mapping} named; null for the project's own JSONL
   */
  record ProductInput(Path file, @Nullable Path mappingFile, ProductMapping mapping) {}

  /** Whether no file was named. */
  boolean isEmpty() {
    return files.isEmpty();
  }

  /**
   * Loads the mappings and checks that the files are there.
   *
   * @throws CliException if a mapping cannot be used
   */
  List<ProductInput> load() throws IOException {
    List<ProductInput> inputs = new ArrayList<>();
    for (FileAndMapping named : files) {
      Path file = named.products;
      if (file == null) {
        throw new CliException("--mapping must follow the --products that it is for");
      }
      if (!Files.exists(file)) {
        throw new NoSuchFileException(file.toString());
      }
      inputs.add(new ProductInput(file, named.mapping, mapping(named.mapping)));
    }
    return inputs;
  }

  /** The same, and at least one. */
  List<ProductInput> required() throws IOException {
    if (isEmpty()) {
      throw new CliException(
          "no products: name a file with --products FILE, and its mapping with --mapping FILE"
              + " (see examples/mappings)");
    }
    return load();
  }

  private static ProductMapping mapping(@Nullable Path file) throws IOException {
    try {
      return file == null ? ProductMapping.identity() : ProductMapping.load(file);
    } catch (MappingException unusable) {
      throw new CliException(String.valueOf(unusable.getMessage()), unusable);
    }
  }
}
