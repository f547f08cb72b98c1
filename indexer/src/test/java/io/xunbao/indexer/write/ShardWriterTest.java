package io.xunbao.indexer.write;

import static io.xunbao.indexer.write.Products.deleted;
import static io.xunbao.indexer.write.Products.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexInUseException;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.ShardTally;
import io.xunbao.indexer.snapshot.SnapshotReader;
import io.xunbao.indexer.snapshot.StaleSnapshotException;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardWriterTest {
  private static final Generation GENERATION = new Generation(1, 1, "1", "words", "plain", "");
  private static final ShardSettings SETTINGS =
      new ShardSettings(new WhitespaceAnalyzer(), ShardWriterTest::document);

  @TempDir Path root;
  private IndexDirectory index;

  @BeforeEach
  void begin() throws IOException {
    index = IndexDirectory.at(root);
    index.create(GENERATION);
  }

  static Document document(Product product) {
    Document document = ProductDocuments.withId(product.id());
    document.add(new TextField(IndexSchema.TITLE, product.title(), Field.Store.YES));
    document.add(
        new NumericDocValuesField(IndexSchema.UPDATED_AT, product.updatedAt().toEpochMilli()));
    Long price = product.priceFen();
    if (price != null) {
      document.add(new NumericDocValuesField(IndexSchema.PRICE, price));
    }
    return document;
  }

  @Test
  void upsert_newerVersion_replaces() throws IOException {
    try (ShardWriter writer = create()) {
      assertThat(writer.upsert(product("a", "old", 1), 0)).isEqualTo(Outcome.WRITTEN);
      assertThat(writer.upsert(product("a", "new", 2), 1)).isEqualTo(Outcome.WRITTEN);
      publish(writer.commit(false));
    }
    assertThat(titles()).isEqualTo(Map.of("a", "new"));
  }

  @Test
  void upsert_olderVersion_isLate() throws IOException {
    try (ShardWriter writer = create()) {
      writer.upsert(product("a", "new", 2), 0);
      assertThat(writer.upsert(product("a", "old", 1), 1)).isEqualTo(Outcome.LATE);
      publish(writer.commit(false));
      assertThat(writer.tally()).isEqualTo(new ShardTally(2, 1, 1, 0, 0));
    }
    assertThat(titles()).isEqualTo(Map.of("a", "new"));
  }

  @Test
  void upsert_olderVersionAfterRestart_isLate() throws IOException {
    ShardCommit commit;
    try (ShardWriter writer = create()) {
      writer.upsert(product("a", "new", 2), 0);
      commit = writer.commit(false);
    }
    try (ShardWriter writer = ShardWriter.openAt(index, GENERATION, commit, SETTINGS)) {
      assertThat(writer.upsert(product("a", "old", 1), 1)).isEqualTo(Outcome.LATE);
    }
  }

  @Test
  void close_interrupted_givesTheShardBack() throws IOException {
    ShardCommit commit;
    try (ShardWriter writer = create()) {
      writer.upsert(product("a", "kept", 2), 0);
      commit = writer.commit(false);
      writer.upsert(product("a", "given up", 4), 1);
      writer.delete("a", new Version(5, 2));
      Thread.currentThread().interrupt();
    } finally {
      assertThat(Thread.interrupted()).isTrue(); // and what comes after it must not see it
    }
    try (ShardWriter writer = ShardWriter.openAt(index, GENERATION, commit, SETTINGS)) {
      assertThat(writer.upsert(product("a", "late", 1), 1)).isEqualTo(Outcome.LATE);
      assertThat(writer.upsert(product("a", "next", 3), 1)).isEqualTo(Outcome.WRITTEN);
    }
  }

  @Test
  void delete_olderVersionAfterRestart_staysDeleted() throws IOException {
    ShardCommit commit;
    try (ShardWriter writer = create()) {
      writer.upsert(product("a", "old", 1), 0);
      writer.upsert(product("b", "stays", 1), 1);
      writer.upsert(deleted("a", 5), 2);
      commit = writer.commit(false);
      assertThat(commit.tally()).isEqualTo(new ShardTally(3, 1, 1, 1, 0));
      assertThat(commit.documents()).isEqualTo(1);
    }
    try (ShardWriter writer = ShardWriter.openAt(index, GENERATION, commit, SETTINGS)) {
      assertThat(writer.upsert(product("a", "late", 4), 3)).isEqualTo(Outcome.LATE);
      publish(writer.commit(false));
    }
    assertThat(titles()).isEqualTo(Map.of("b", "stays"));
  }

  @Test
  void commit_tombstoneFirstInASegment_isTaken() throws IOException {
    try (ShardWriter writer = create()) {
      writer.upsert(product("a", "title", 1), 0);
      writer.commit(false);
      writer.upsert(deleted("a", 2), 1); // the first document since the commit, so of its segment
      publish(writer.commit(false));
    }
    assertThat(titles()).isEmpty();
  }

  @Test
  void upsert_afterTombstone_livesAgain() throws IOException {
    try (ShardWriter writer = create()) {
      writer.upsert(deleted("a", 5), 0);
      writer.commit(false);
      writer.upsert(product("a", "back", 6), 1);
      publish(writer.commit(false));
      assertThat(writer.tally()).isEqualTo(new ShardTally(2, 1, 1, 0, 0));
    }
    assertThat(titles()).isEqualTo(Map.of("a", "back"));
  }

  @Test
  void updateNumbers_knownProduct_changesDocValuesOnly() throws IOException {
    try (ShardWriter writer = create()) {
      writer.upsert(product("a", "title", 1), 0);
      writer.commit(false);
      assertThat(writer.updateNumbers("a", Map.of(IndexSchema.PRICE, 77L))).isTrue();
      assertThat(writer.updateNumbers("b", Map.of(IndexSchema.PRICE, 77L))).isFalse();
      publish(writer.commit(false));
    }
    try (SnapshotReader reader = SnapshotReader.open(index)) {
      NumericDocValues prices = MultiDocValues.getNumericValues(reader.reader(), IndexSchema.PRICE);
      assertThat(prices.advanceExact(0)).isTrue();
      assertThat(prices.longValue()).isEqualTo(77);
      assertThat(titles()).isEqualTo(Map.of("a", "title"));
    }
  }

  @Test
  void updateNumbers_thenAnotherVersion_keepsTheNumbersUntilADelete() throws IOException {
    try (ShardWriter writer = create()) {
      writer.upsert(product("a", "one", 1), 0);
      writer.upsert(product("b", "one", 1), 1);
      writer.updateNumbers("a", Map.of(IndexSchema.SALES, 9L));
      writer.upsert(product("a", "two", 2), 2); // the numbers are known from memory
      writer.commit(false);
      writer.updateNumbers("a", Map.of(IndexSchema.PRICE, 77L));
      writer.commit(false);
      writer.upsert(product("a", "three", 3), 3); // and from the index
      writer.updateNumbers("b", Map.of(IndexSchema.SALES, 5L));
      writer.upsert(deleted("b", 2), 4);
      writer.upsert(product("b", "back", 3), 5);
      publish(writer.commit(false));
    }
    try (SnapshotReader reader = SnapshotReader.open(index)) {
      assertThat(titles()).isEqualTo(Map.of("a", "three", "b", "back"));
      NumericDocValues sales = MultiDocValues.getNumericValues(reader.reader(), IndexSchema.SALES);
      NumericDocValues prices = MultiDocValues.getNumericValues(reader.reader(), IndexSchema.PRICE);
      List<Long> found = new ArrayList<>();
      for (int doc = sales.nextDoc(); doc != NumericDocValues.NO_MORE_DOCS; doc = sales.nextDoc()) {
        found.add(sales.longValue());
        assertThat(prices.advanceExact(doc)).isTrue();
        assertThat(prices.longValue()).isEqualTo(77);
      }
      assertThat(found).as("of a alone: those of b ended with it").containsExactly(9L);
    }
  }

  @Test
  void updateNumbers_analysedField_isRefused() throws IOException {
    try (ShardWriter writer = create()) {
      assertThatThrownBy(() -> writer.updateNumbers("a", Map.of(IndexSchema.UPDATED_AT, 1L)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("updatedAt");
    }
  }

  @Test
  void openAt_earlierCommit_forgetsWhatCameAfter() throws IOException {
    ShardCommit first;
    try (ShardWriter writer = create()) {
      writer.upsert(product("a", "one", 1), 0);
      first = writer.commit(false);
      writer.upsert(product("b", "two", 1), 1);
      writer.commit(false);
    }
    try (ShardWriter writer = ShardWriter.openAt(index, GENERATION, first, SETTINGS)) {
      assertThat(writer.tally().received()).isEqualTo(1);
      writer.upsert(product("c", "three", 1), 1);
      publish(writer.commit(false));
    }
    assertThat(titles()).isEqualTo(Map.of("a", "one", "c", "three"));
  }

  @Test
  void openAt_commitBeforeThePublishedOne_isRefused() throws IOException {
    ShardCommit first;
    try (ShardWriter writer = create()) {
      writer.upsert(product("a", "one", 1), 0);
      first = writer.commit(false);
      writer.upsert(product("b", "two", 1), 1);
      publish(writer.commit(false));
    }
    assertThatThrownBy(() -> ShardWriter.openAt(index, GENERATION, first, SETTINGS))
        .isInstanceOf(StaleSnapshotException.class)
        .hasMessageContaining("build a new generation");
  }

  @Test
  void create_publishedGeneration_isRefusedWithTheWaysOut() throws IOException {
    try (ShardWriter writer = create()) {
      publish(writer.commit(false));
    }
    assertThatThrownBy(this::create)
        .hasMessageContaining("start a new generation")
        .hasMessageContaining("upsert onto the published snapshot");
  }

  @Test
  void create_whileAnotherWriterIsOpen_saysWho() throws IOException {
    try (ShardWriter first = create()) {
      first.commit(false);
      assertThatThrownBy(this::create)
          .isInstanceOf(IndexInUseException.class)
          .hasMessageContaining("in use by another process")
          .hasMessageContaining("name another --index");
    }
  }

  @Test
  void commit_withoutChange_isTheSameCommit() throws IOException {
    try (ShardWriter writer = create()) {
      writer.upsert(product("a", "one", 1), 0);
      ShardCommit first = writer.commit(false);
      assertThat(writer.commit(false)).isEqualTo(first);
      assertThat(writer.commit(true).finished()).isTrue();
    }
  }

  @Test
  void commit_manyPublished_keepsOnlyWhatSnapshotsNeed() throws IOException {
    try (ShardWriter writer = create()) {
      for (int i = 0; i < 10; i++) {
        writer.upsert(product("a" + i, "one", 1), i);
        publish(writer.commit(false));
      }
      writer.upsert(product("z", "one", 1), 11);
      ShardCommit last = writer.commit(false);
      assertThat(
              org.apache.lucene.index.DirectoryReader.listCommits(
                  org.apache.lucene.store.FSDirectory.open(index.shard("gen-1", 0))))
          .hasSize(4);
      assertThat(ShardWriter.newestCommit(index, GENERATION, 0)).contains(last);
    }
  }

  @Seeded
  @Test
  void write_anyOrderOfArrival_isTheNewestOfEach(RandomGenerator random) throws IOException {
    Map<String, Product> oracle = new HashMap<>();
    Map<String, Version> newest = new HashMap<>();
    ShardWriter writer = create();
    for (int i = 0; i < 500; i++) {
      String id = "p" + random.nextInt(40);
      long at = random.nextInt(30);
      Product product = random.nextInt(5) == 0 ? deleted(id, at) : product(id, "t" + i, at);
      writer.upsert(product, i);
      Version version = Version.of(product, i);
      if (newest.merge(id, version, (a, b) -> a.compareTo(b) > 0 ? a : b).equals(version)) {
        oracle.put(id, product);
      }
      if (random.nextInt(40) == 0) {
        ShardCommit commit = writer.commit(false);
        if (random.nextBoolean()) {
          writer.close();
          writer = ShardWriter.openAt(index, GENERATION, commit, SETTINGS);
        }
      }
    }
    publish(writer.commit(true));
    ShardTally tally = writer.tally();
    writer.close();
    Map<String, String> expected = new HashMap<>();
    oracle.forEach(
        (id, product) -> {
          if (!product.title().equals("gone")) {
            expected.put(id, product.title());
          }
        });
    assertThat(titles()).isEqualTo(expected);
    assertThat(tally.balances()).isTrue();
    assertThat(tally.received()).isEqualTo(500);
    assertThat(tally.indexed()).isEqualTo(expected.size());
    assertThat(tally.deleted()).isEqualTo(oracle.size() - expected.size());
  }

  @Test
  void commit_finished_leavesOneSegment() throws IOException {
    try (ShardWriter writer = create()) {
      for (int i = 0; i < 5; i++) {
        writer.upsert(product("p" + i, "t" + i, i), i);
        writer.commit(false);
      }
      publish(writer.commit(true));
      try (SnapshotReader reader = SnapshotReader.open(index)) {
        assertThat(reader.reader().leaves()).hasSize(1);
      }
      assertThat(titles()).hasSize(5);
    }
  }

  private ShardWriter create() throws IOException {
    return ShardWriter.create(index, GENERATION, 0, SETTINGS);
  }

  private void publish(ShardCommit commit) throws IOException {
    assertThat(index.snapshots(GENERATION.id()).publish(List.of(commit))).isPresent();
    index.serve(GENERATION.id());
  }

  private Map<String, String> titles() throws IOException {
    Map<String, String> titles = new HashMap<>();
    try (SnapshotReader reader = SnapshotReader.open(index)) {
      IndexSearcher searcher = new IndexSearcher(reader.reader());
      TopDocs all = searcher.search(new MatchAllDocsQuery(), 1000);
      for (ScoreDoc hit : all.scoreDocs) {
        Document document = searcher.storedFields().document(hit.doc);
        String id = document.get(IndexSchema.ID);
        assertThat(titles.put(id, document.get(IndexSchema.TITLE))).isNull();
        assertThat(searcher.count(new TermQuery(new Term(IndexSchema.ID, id)))).isEqualTo(1);
      }
      assertThat(reader.snapshot().documents()).isEqualTo(all.scoreDocs.length);
    }
    return titles;
  }
}
