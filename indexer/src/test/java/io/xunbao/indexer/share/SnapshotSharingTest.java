package io.xunbao.indexer.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.schema.StoredProducts;
import io.xunbao.indexer.snapshot.CorruptSnapshotException;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.SnapshotReader;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.indexer.write.ShardSettings;
import io.xunbao.indexer.write.ShardWriter;
import io.xunbao.indexer.write.Shards;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotSharingTest {
  private static final int SHARDS = 2;
  private static final Generation GENERATION =
      new Generation(1, SHARDS, Integer.toString(IndexSchema.VERSION), "words", "plain", "");
  private static final ShardSettings SETTINGS =
      new ShardSettings(new WhitespaceAnalyzer(), new ProductDocuments()::toDocument);

  @TempDir Path root;
  private final MemorySharedStore store = new MemorySharedStore();
  private final List<ShardWriter> writers = new ArrayList<>();
  private IndexDirectory source;
  private IndexDirectory copy;
  private int version;

  @BeforeEach
  void begin() throws IOException {
    source = IndexDirectory.at(root.resolve("source"));
    copy = IndexDirectory.at(root.resolve("copy"));
    source.create(GENERATION);
    for (int shard = 0; shard < SHARDS; shard++) {
      writers.add(ShardWriter.create(source, GENERATION, shard, SETTINGS));
    }
  }

  @AfterEach
  void end() throws IOException {
    for (ShardWriter writer : writers) {
      writer.close();
    }
  }

  @Seeded
  @Test
  void follow_manySnapshots_equalsTheSourceAndCopiesNoFileTwice(RandomGenerator random)
      throws IOException {
    SnapshotSharing sharing = new SnapshotSharing(source, store);
    SnapshotReplica replica = new SnapshotReplica(store, copy);
    for (int round = 0; round < 8; round++) {
      publish(random);
      assertThat(sharing.send()).isPresent();
      assertThat(sharing.send()).as("it is there").isEmpty();
      if (random.nextInt(3) > 0) {
        assertThat(replica.follow()).isPresent();
        assertThat(replica.follow()).as("it is here").isEmpty();
        assertThat(products(copy)).isEqualTo(products(source));
      }
    }
    assertThat(store.puts).doesNotHaveDuplicates();
    assertThat(store.gets).doesNotHaveDuplicates();
    long files = store.list("gen-1/shard-").size();
    assertThat(files).as("what nobody needs is removed").isLessThan(store.puts.size());
  }

  @Seeded
  @Test
  void follow_fileDamagedInTheStore_isRefusedAndTheSnapshotBeforeServes(RandomGenerator random)
      throws IOException {
    SnapshotSharing sharing = new SnapshotSharing(source, store);
    SnapshotReplica replica = new SnapshotReplica(store, copy);
    publish(random);
    sharing.send();
    replica.follow();
    Map<String, String> before = products(copy);
    publish(random);
    int sent = store.puts.size();
    sharing.send();
    for (String name : store.puts.subList(sent, store.puts.size())) {
      byte[] good = store.bytes(name);
      List<byte[]> damages = damaged(good, random);
      store.content.put(name, damages.get(random.nextInt(damages.size())));
      assertThatExceptionOfType(CorruptSnapshotException.class).isThrownBy(replica::follow);
      assertThat(products(copy)).as("damaged %s", name).isEqualTo(before);
      store.content.put(name, good);
    }
    assertThat(replica.follow()).isPresent();
    assertThat(products(copy)).isEqualTo(products(source));
  }

  private static List<byte[]> damaged(byte[] good, RandomGenerator random) {
    byte[] flipped = good.clone();
    flipped[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
    return List.of(flipped, Arrays.copyOf(good, good.length - 1), new byte[good.length]);
  }

  @Seeded
  @Test
  void send_fileDamagedAtTheSource_makesNothingVisible(RandomGenerator random) throws IOException {
    publish(random);
    ShardCommit commit = source.current().orElseThrow().shards().getFirst();
    Path file = source.shard("gen-1", 0).resolve(commit.files().getFirst().name());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 4;
    Files.write(file, bytes);
    assertThatExceptionOfType(CorruptSnapshotException.class)
        .isThrownBy(() -> new SnapshotSharing(source, store).send());
    assertThat(store.content).isEmpty();
  }

  @Seeded
  @Test
  void sendAndFollow_cutAtEveryStep_showTheOldOrTheNewAndGoOn(RandomGenerator random)
      throws IOException {
    publish(random);
    new SnapshotSharing(source, store).send();
    new SnapshotReplica(store, copy).follow();
    for (int cut = 0; ; cut += 1 + random.nextInt(3)) {
      Map<String, String> old = products(copy);
      publish(random);
      boolean sent = cutShort(cut, () -> new SnapshotSharing(source, store).send());
      new SnapshotReplica(store, copy).follow();
      assertThat(products(copy)).isIn(old, products(source));
      new SnapshotSharing(source, store).send();
      boolean followed = cutShort(cut, () -> new SnapshotReplica(store, copy).follow());
      new SnapshotReplica(store, copy).follow();
      assertThat(products(copy)).isEqualTo(products(source));
      if (sent && followed) {
        assertThat(cut).as("steps that were cut").isGreaterThan(3);
        assertThat(store.puts).doesNotHaveDuplicates();
        return;
      }
    }
  }

  @Seeded
  @Test
  void follow_emptyMachine_aWriterGoesOnThere(RandomGenerator random) throws IOException {
    publish(random);
    new SnapshotSharing(source, store).send();
    new SnapshotReplica(store, copy).follow();
    for (ShardCommit commit : source.current().orElseThrow().shards()) {
      try (ShardWriter writer = ShardWriter.openAt(copy, GENERATION, commit, SETTINGS)) {
        writer.upsert(TestProduct.of("new", "title").build(), 1 << 20);
        assertThat(writer.commit(false).documents()).isEqualTo(commit.documents() + 1);
        assertThat(writer.tally().received()).isEqualTo(commit.tally().received() + 1);
      }
    }
  }

  @Seeded
  @Test
  void restore_shardThatIsGone_fetchesTheCommitOfTheCheckpointOrNamesTheWaysOut(
      RandomGenerator random) throws IOException {
    publish(random);
    new SnapshotSharing(source, store).send();
    ShardCommit sent = source.current().orElseThrow().shards().getFirst();
    publish(random);
    ShardCommit unsent = source.current().orElseThrow().shards().getFirst();
    copy.create(GENERATION);
    SharedShards shards = new SharedShards(store, copy);
    assertThatIOException()
        .isThrownBy(() -> shards.restore("gen-1", unsent))
        .withMessageContaining("neither in")
        .withMessageContaining("start: new-generation");
    assertThat(ShardWriter.holds(copy, GENERATION, sent)).isFalse();
    shards.restore("gen-1", sent);
    assertThat(ShardWriter.holds(copy, GENERATION, sent)).isTrue();
    try (ShardWriter writer = ShardWriter.openAt(copy, GENERATION, sent, SETTINGS)) {
      assertThat(writer.tally()).isEqualTo(sent.tally());
    }
  }

  @Seeded
  @Test
  void send_storeThatAnotherMachineWrote_isRefused(RandomGenerator random) throws IOException {
    publish(random);
    new SnapshotSharing(source, store).send();
    new SnapshotReplica(store, copy).follow();
    List<ShardCommit> commits = new ArrayList<>();
    for (ShardCommit commit : copy.current().orElseThrow().shards()) {
      try (ShardWriter writer = ShardWriter.openAt(copy, GENERATION, commit, SETTINGS)) {
        writer.upsert(TestProduct.of("of the other", "title").build(), 1 << 20);
        commits.add(writer.commit(false));
      }
    }
    copy.snapshots("gen-1").publish(commits);
    assertThat(new SnapshotSharing(copy, store).send()).isPresent();
    publish(random);
    Map<String, byte[]> before = Map.copyOf(store.content);
    assertThatIOException()
        .isThrownBy(() -> new SnapshotSharing(source, store).send())
        .withMessageContaining("another machine has written there");
    assertThat(store.content).isEqualTo(before);
    assertThat(SnapshotSharing.nextNumber(store)).isEqualTo(2);
  }

  private interface Step {
    void run() throws IOException;
  }

  /** Whether it came to its end before the connection broke. */
  private boolean cutShort(int steps, Step step) throws IOException {
    store.stepsLeft = steps;
    try {
      step.run();
      return true;
    } catch (IOException broken) {
      assertThat(broken).hasMessage("the connection broke");
      return false;
    } finally {
      store.stepsLeft = -1;
    }
  }

  private void publish(RandomGenerator random) throws IOException {
    for (int i = 0; i < 10; i++) {
      String id = "p" + random.nextInt(60);
      writers
          .get(Shards.of(id, SHARDS))
          .upsert(
              TestProduct.of(id, "title " + version)
                  .updatedAt(Instant.ofEpochSecond(version))
                  .build(),
              version++);
    }
    List<ShardCommit> commits = new ArrayList<>();
    for (ShardWriter writer : writers) {
      commits.add(writer.commit(false));
    }
    source.snapshots("gen-1").publish(commits);
    source.serve("gen-1");
  }

  private static Map<String, String> products(IndexDirectory index) throws IOException {
    Map<String, String> titles = new TreeMap<>();
    try (SnapshotReader reader = SnapshotReader.open(index)) {
      StoredProducts stored = new StoredProducts(reader.reader());
      for (ScoreDoc hit :
          new IndexSearcher(reader.reader()).search(new MatchAllDocsQuery(), 1_000).scoreDocs) {
        titles.put(stored.id(hit.doc), stored.read(hit.doc).title());
      }
    }
    return titles;
  }
}
