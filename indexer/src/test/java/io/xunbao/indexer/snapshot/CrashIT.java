package io.xunbao.indexer.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductStatus;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.write.Version;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A crash loses and duplicates nothing: after every one the index is what the log says up to the
 * position in the published snapshot. {@code -Dxunbao.crashes=200} for the long run.
 */
class CrashIT {
  private static final int CRASHES = Integer.getInteger("xunbao.crashes", 5);

  @TempDir Path root;
  private IndexDirectory index;

  @BeforeEach
  void begin() throws IOException {
    index = IndexDirectory.at(root);
    index.create(CrashChild.GENERATION);
  }

  @Seeded
  @Test
  void kill_atRandomTimes_losesAndDoublesNothing(RandomGenerator random) throws Exception {
    long seed = random.nextLong();
    long last = 0;
    for (int crash = 0; crash < CRASHES; crash++) {
      Process child = start(seed, -1);
      awaitSnapshotAfter(last, child);
      child.waitFor(random.nextInt(700), TimeUnit.MILLISECONDS);
      assertThat(child.isAlive()).as("the kill strikes a running process").isTrue();
      assertThat(child.destroyForcibly().waitFor()).isEqualTo(137);
      long sequence = verify(seed);
      assertThat(sequence).isGreaterThan(last);
      last = sequence;
    }
  }

  @Seeded
  @Test
  void halt_beforeAnyStepOfACommitOrPublish_losesAndDoublesNothing(RandomGenerator random)
      throws Exception {
    long seed = random.nextLong();
    for (int crash = 0; crash < CRASHES; crash++) {
      Process child = start(seed, random.nextInt(300));
      assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(child.exitValue()).as("the child halts itself").isEqualTo(Steps.HALTED);
      verify(seed);
    }
  }

  private Process start(long seed, long survivingSteps) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of("--add-modules", "jdk.incubator.vector", "-XX:TieredStopAtLevel=1", "-Xmx200m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            CrashChild.class.getName(),
            root.toString(),
            Long.toString(seed),
            Long.toString(survivingSteps)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(root.resolve("child.log").toFile())
        .start();
  }

  private void awaitSnapshotAfter(long last, Process child) throws Exception {
    for (int i = 0; i < 6000; i++) {
      if (index.current().filter(snapshot -> snapshot.sequence() > last).isPresent()) {
        return;
      }
      assertThat(child.waitFor(10, TimeUnit.MILLISECONDS)).as("the child runs").isFalse();
    }
    throw new AssertionError("the child published nothing within a minute");
  }

  /** Compares the index with a replay of the log. Before the first publish there is nothing. */
  private long verify(long seed) throws IOException {
    Optional<Snapshot> current = index.current();
    if (current.isEmpty()) {
      return 0;
    }
    try (SnapshotReader reader = SnapshotReader.open(index)) {
      Snapshot snapshot = reader.snapshot();
      assertThat(snapshot).isEqualTo(current.get());
      long position = snapshot.positions().get(CrashChild.LOG);
      assertThat(titles(reader.reader())).isEqualTo(replay(seed, position));
      assertThat(snapshot.tally().received()).isEqualTo(position);
      assertThat(snapshot.tally().balances()).isTrue();
      assertThat(snapshot.tally().indexed()).isEqualTo(snapshot.documents());
    }
    for (int shard = 0; shard < 2; shard++) {
      try (Directory directory = FSDirectory.open(index.shard("gen-1", shard));
          CheckIndex check = new CheckIndex(directory)) {
        assertThat(check.checkIndex().clean).isTrue();
      }
    }
    return current.get().sequence();
  }

  private static Map<String, String> replay(long seed, long position) {
    Map<String, Version> versions = new HashMap<>();
    Map<String, String> titles = new HashMap<>();
    for (long place = 0; place < position; place++) {
      Product product = CrashChild.record(seed, place);
      Version version = Version.of(product, place);
      Version known = versions.get(product.id());
      if (known != null && known.compareTo(version) >= 0) {
        continue;
      }
      versions.put(product.id(), version);
      if (product.status() == ProductStatus.DELETED) {
        titles.remove(product.id());
      } else {
        titles.put(product.id(), product.title());
      }
    }
    return titles;
  }

  private static Map<String, String> titles(IndexReader reader) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    Map<String, String> titles = new HashMap<>();
    for (ScoreDoc hit : searcher.search(new MatchAllDocsQuery(), 10_000).scoreDocs) {
      Document document = searcher.storedFields().document(hit.doc);
      String id = document.get(IndexSchema.ID);
      assertThat(titles.put(id, document.get(IndexSchema.TITLE))).as("doubled %s", id).isNull();
    }
    return titles;
  }
}
