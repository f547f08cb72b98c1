package io.xunbao.indexer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MappingFilesTest {
  private static final Path FOLDER = SharedData.projectRoot().resolve("examples/mappings");

  @Test
  void load_everyExample_isSoundOrForAnotherKind() throws IOException {
    for (Path file : mappings()) {
      if (Files.readString(file).contains("kind: products")) {
        assertThat(ProductMapping.load(file).kind()).isEqualTo("products");
      } else {
        assertThatThrownBy(() -> ProductMapping.load(file)).hasMessageContaining("not products");
      }
    }
  }

  @Test
  void examples_everyDataFile_hasOne() throws IOException {
    Path root = SharedData.file("README.md").getParent();
    List<String> names = mappings().stream().map(MappingFilesTest::stem).toList();
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith("README.md")))
          .allSatisfy(file -> assertThat(names).contains(expected(file)));
    }
  }

  private static String expected(Path file) {
    String prefix = file.getParent().endsWith("pku") ? "pku-" : "";
    return prefix + stem(file);
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.indexOf('.'));
  }

  private static List<Path> mappings() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }
}
