package io.xunbao.indexer.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.indexer.write.ShardSettings;
import io.xunbao.indexer.write.ShardWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotVerifierTest {
  private static final Generation GENERATION =
      new Generation(1, 1, Integer.toString(IndexSchema.VERSION), "words", "plain", "");

  @TempDir Path root;

  @Test
  void forgetAllBut_snapshotsLongGone_remembersWhatCanBeOpened() throws IOException {
    IndexDirectory index = IndexDirectory.at(root);
    index.create(GENERATION);
    SnapshotStore store = index.snapshots(GENERATION.id());
    SnapshotVerifier verifier = new SnapshotVerifier(index);
    Set<SnapshotFile> ever = new HashSet<>();
    ShardSettings settings =
        new ShardSettings(new WhitespaceAnalyzer(), new ProductDocuments()::toDocument);
    try (ShardWriter writer = ShardWriter.create(index, GENERATION, 0, settings)) {
      for (int round = 0; round < 12; round++) {
        writer.upsert(TestProduct.of("p" + round, "title").build(), round);
        Snapshot now = store.publish(List.of(writer.commit(false))).orElseThrow();
        verifier.full(now);
        ever.addAll(now.shards().getFirst().files());
        verifier.forgetAllBut(store.retained());
      }
    }
    Set<SnapshotFile> open = new HashSet<>();
    store.retained().forEach(snapshot -> open.addAll(snapshot.shards().getFirst().files()));
    assertThat(verifier.remembered()).isEqualTo(open.size()).isLessThan(ever.size());

    verifier.forgetAllBut(List.of());
    Snapshot last = store.current().orElseThrow();
    Path damaged =
        index.shard(GENERATION.id(), 0).resolve(last.shards().getFirst().files().getFirst().name());
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    assertThatThrownBy(() -> verifier.full(last)).isInstanceOf(CorruptSnapshotException.class);
  }
}
