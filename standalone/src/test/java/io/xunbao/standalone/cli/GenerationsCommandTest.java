package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.standalone.testing.PublishedIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private IndexDirectory index;

  @BeforeEach
  void publishTwo() throws IOException {
    index = IndexDirectory.at(folder);
    publish(1, true);
    publish(2, true);
  }

  @Test
  void list_twoGenerations_marksTheServedOne() {
    assertThat(run("generations", "list", "--index", folder.toString())).isZero();
    assertThat(out.toString().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("  gen-1"))
        .anyMatch(line -> line.startsWith("* gen-2") && line.contains("2 documents"));
  }

  @Test
  void rollback_noName_servesTheOneBefore() throws IOException {
    assertThat(run("generations", "rollback", "--index", folder.toString())).isZero();
    assertThat(index.served()).contains("gen-1");
    assertThat(run("generations", "rollback", "--index", folder.toString(), "gen-2")).isZero();
    assertThat(index.served()).contains("gen-2");
  }

  @Test
  void sendAndFollow_throughASharedFolder_giveTheSameIndexAgain() throws IOException {
    Path store = folder.resolveSibling(folder.getFileName() + "-store");
    IndexDirectory replica =
        IndexDirectory.at(folder.resolveSibling(folder.getFileName() + "-replica"));
    String to = store.toString();
    assertThat(run("generations", "send", "--index", folder.toString(), "--store", to)).isZero();
    assertThat(out.toString()).contains("gen-2/1\tsent\t");
    assertThat(run("generations", "follow", "--index", replica.toString(), "--store", to)).isZero();
    assertThat(replica.current().orElseThrow().sameCommits(index.current().orElseThrow())).isTrue();
    assertThat(run("generations", "verify", "--index", replica.toString())).isZero();
  }

  @Test
  void rollback_halfBuilt_isRefused() throws IOException {
    publish(3, false);
    assertThat(run("generations", "rollback", "--index", folder.toString(), "gen-3"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("gen-3 was never built to its end");
    assertThat(index.served()).contains("gen-2");
  }

  @Test
  void rollback_unknown_namesThoseThereAre() {
    assertThat(run("generations", "rollback", "--index", folder.toString(), "gen-9"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("no generation gen-9").contains("gen-1, gen-2");
  }

  @Test
  void verify_oneFlippedByte_isFound() throws IOException {
    assertThat(run("generations", "verify", "--index", folder.toString())).isZero();
    assertThat(out.toString()).contains("is whole");
    Path file;
    try (Stream<Path> files = Files.list(index.shard("gen-2", 0))) {
      file = files.filter(path -> path.toString().endsWith(".fdt")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(run("generations", "verify", "--index", folder.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("is damaged").contains("generations rollback");
  }

  private void publish(int number, boolean finished) throws IOException {
    List<Product> products =
        IntStream.range(0, number)
            .mapToObj(i -> TestProduct.of("p-" + i, "红色连衣裙").priceFen(100L).build())
            .toList();
    String generation = PublishedIndex.publish(index, number, products, finished);
    if (finished) {
      index.serve(generation);
    }
  }

  private int run(String... arguments) {
    return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(arguments);
  }
}
