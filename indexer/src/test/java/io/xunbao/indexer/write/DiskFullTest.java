package io.xunbao.indexer.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.SnapshotReader;
import io.xunbao.indexer.testing.TestProduct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFullTest {
  private static final Generation GENERATION = new Generation(1, 1, "1", "words", "plain", "");

  private final AtomicBoolean full = new AtomicBoolean();

  @TempDir Path root;

  @Test
  void commit_fullDisk_saysSoAndThePublishedSnapshotStays() throws IOException {
    IndexDirectory index = IndexDirectory.at(root);
    index.create(GENERATION);
    ShardCommit published;
    try (ShardWriter writer = ShardWriter.create(index, GENERATION, 0, settings())) {
      writer.upsert(product("a"), 0);
      published = writer.commit(false);
      index.snapshots(GENERATION.id()).publish(List.of(published));
      index.serve(GENERATION.id());

      writer.upsert(product("b"), 1);
      full.set(true);
      assertThatExceptionOfType(DiskFullException.class)
          .isThrownBy(() -> writer.commit(false))
          .withMessageContaining("no space left")
          .withMessageContaining("Free some space");
    }
    assertThat(documents(index)).isEqualTo(1);

    full.set(false);
    try (ShardWriter writer = ShardWriter.openAt(index, GENERATION, published, settings())) {
      writer.upsert(product("b"), 1);
      index.snapshots(GENERATION.id()).publish(List.of(writer.commit(true)));
    }
    assertThat(documents(index)).isEqualTo(2);
  }

  private ShardSettings settings() {
    return new ShardSettings(
        new WhitespaceAnalyzer(),
        ShardWriterTest::document,
        ShardSettings.BUFFER_MEGABYTES,
        directory -> new FullDirectory(directory, full));
  }

  private static int documents(IndexDirectory index) throws IOException {
    try (SnapshotReader reader = SnapshotReader.open(index)) {
      return reader.reader().numDocs();
    }
  }

  private static Product product(String id) {
    return TestProduct.of(id, "title of " + id).priceFen(100L).build();
  }
}
