package io.xunbao.indexer.words;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.schema.StoredProducts;
import io.xunbao.indexer.search.LiveIndex;
import io.xunbao.indexer.search.ProductQuery;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexInUseException;
import io.xunbao.indexer.snapshot.IndexLock;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotReader;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.indexer.write.Outcome;
import io.xunbao.indexer.write.ShardSettings;
import io.xunbao.indexer.write.ShardWriter;
import io.xunbao.indexer.write.Shards;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Seeded
class ReanalysisTest {
  private static final int SHARDS = 2;
  private static final List<String> PIECES =
      List.of("自然", "堂", "雅川", "青", "手机", "壳", "补水", "面霜", "Mate60", "u", "盘", " ", "-", "5斤");
  private static final List<String> FIELDS =
      List.of(
          IndexSchema.TEXT,
          IndexSchema.PAIRS,
          IndexSchema.TITLE,
          IndexSchema.BRAND,
          IndexSchema.CATEGORY,
          IndexSchema.ATTRIBUTES,
          IndexSchema.DESCRIPTION);

  @TempDir Path folder;

  @Test
  void run_changedWords_givesTheIndexOfAFullBuild(RandomGenerator random) throws IOException {
    List<Product> products = products(random);
    IndexDirectory index = build(folder.resolve("again"), products);
    IndexDirectory whole = IndexDirectory.at(folder.resolve("whole"));
    IndexWords.at(whole).store().publish(words());
    build(folder.resolve("whole"), products);
    IndexWords.at(index).store().publish(words());

    Reanalysis.Result done = Reanalysis.run(index);

    assertThat(done.generation()).isEqualTo("gen-2");
    assertThat(done.rewritten()).isPositive().isLessThan(products.size());
    assertThat(postings(index)).isEqualTo(postings(whole));
    assertThat(index.generation("gen-2").lexiconVersion())
        .isEqualTo(IndexWords.at(whole).current().lexicon().version());
  }

  @Test
  void run_wordsInForceAlready_doesNothing() throws IOException {
    IndexDirectory index = build(folder, List.of(product("a", "自然堂面霜")));
    assertThat(Reanalysis.run(index)).isEqualTo(new Reanalysis.Result("gen-1", 0, 0, 1));
    IndexWords.at(index).store().publish(words());
    Reanalysis.run(index);
    assertThat(Reanalysis.run(index)).isEqualTo(new Reanalysis.Result("gen-2", 0, 0, 1));
  }

  @Test
  void run_undone_goesBackToTheWordsBefore() throws IOException {
    IndexDirectory index = build(folder, List.of(product("a", "自然堂面霜"), product("b", "手机壳")));
    Map<String, Set<String>> before = postings(index);
    IndexWords words = IndexWords.at(index);
    words.store().publish(words());
    Reanalysis.run(index);
    assertThat(postings(index)).isNotEqualTo(before);

    words.store().undo();

    assertThat(Reanalysis.run(index).generation()).isEqualTo("gen-3");
    assertThat(postings(index)).isEqualTo(before);
  }

  @Test
  void run_whileAJobWrites_isRefused() throws IOException {
    IndexDirectory index = build(folder, List.of(product("a", "自然堂面霜")));
    try (IndexLock job = IndexLock.take(index)) {
      assertThatExceptionOfType(IndexInUseException.class).isThrownBy(() -> Reanalysis.run(index));
    }
  }

  @Test
  void run_rewrittenProduct_keepsItsVersionAndNumbers() throws IOException {
    IndexDirectory index = build(folder, List.of(product("a", "自然堂面霜")));
    IndexWords.at(index).store().publish(words());
    Reanalysis.run(index);
    Generation served = index.generation("gen-2");
    ShardCommit commit = index.current().orElseThrow().shards().get(Shards.of("a", SHARDS));
    try (ShardWriter writer = ShardWriter.openAt(index, served, commit, settings(index, served))) {
      assertThat(writer.upsert(product("a", "旧"), 0)).isEqualTo(Outcome.LATE);
      assertThat(writer.upsert(product("a", "新"), 1)).isEqualTo(Outcome.WRITTEN);
    }
  }

  @Test
  void run_numbersThatStreamsSet_outliveItAndTheNextVersion() throws IOException {
    IndexDirectory index = build(folder, List.of(product("a", "自然堂面霜"), product("b", "水杯")));
    for (String id : List.of("a", "b")) {
      update(index, writer -> writer.updateNumbers(id, Map.of(IndexSchema.SALES, 77L)));
    }
    IndexWords.at(index).store().publish(words());

    assertThat(Reanalysis.run(index).rewritten()).as("only a holds a changed word").isEqualTo(1);

    assertThat(sales(index, "a")).isEqualTo(77);
    assertThat(sales(index, "b")).isEqualTo(77);
    for (String id : List.of("a", "b")) {
      update(index, writer -> writer.upsert(product(id, "新"), 1));
    }
    assertThat(sales(index, "a")).as("the feed's own 2 does not count").isEqualTo(77);
    assertThat(sales(index, "b")).isEqualTo(77);
  }

  private interface Step {
    void take(ShardWriter writer) throws IOException;
  }

  /** Takes a step in each shard of the served generation and publishes it. */
  private static void update(IndexDirectory index, Step step) throws IOException {
    Snapshot served = index.current().orElseThrow();
    Generation generation = index.generation(served.generation());
    List<ShardCommit> commits = new ArrayList<>();
    for (ShardCommit commit : served.shards()) {
      try (ShardWriter writer =
          ShardWriter.openAt(index, generation, commit, settings(index, generation))) {
        step.take(writer);
        commits.add(writer.commit(false));
      }
    }
    index.snapshots(generation.id()).publish(commits);
  }

  private static long sales(IndexDirectory index, String id) throws IOException {
    try (SnapshotReader snapshot = SnapshotReader.open(index)) {
      IndexSearcher searcher = new IndexSearcher(snapshot.reader());
      int document =
          searcher.search(new TermQuery(new Term(IndexSchema.ID, id)), 1).scoreDocs[0].doc;
      return requireNonNull(new StoredProducts(snapshot.reader()).numbers(document).sales());
    }
  }

  @Test
  void refresh_newWords_areServedWithTheirSnapshotAsOne() throws IOException {
    IndexDirectory index = build(folder, List.of(product("a", "雅川青手机"), product("b", "青手机")));
    try (LiveIndex live = LiveIndex.open(index)) {
      IndexWords.at(index).store().publish(words());
      assertThat(live.refresh()).isEmpty();
      try (LiveIndex.Lease lease = live.acquire()) {
        assertThat(lease.words().lexicon()).isSameAs(Lexicon.bundled());
        assertThat(lease.words().stopWords()).isEmpty();
      }
      Reanalysis.run(index);
      assertThat(live.refresh()).contains("gen-2/1");
      try (LiveIndex.Lease lease = live.acquire()) {
        assertThat(lease.words().stopWords()).containsExactly("正品");
        assertThat(lease.searcher().queryWords("雅川青")).containsExactly("雅川青");
        assertThat(lease.searcher().retrieve(ProductQuery.of("雅川青", 5)).hits())
            .extracting(hit -> hit.id())
            .contains("a");
      }
    }
  }

  private Path words() throws IOException {
    Path draft = Files.createDirectories(folder.resolve("draft"));
    Files.writeString(draft.resolve("brand.dic"), "自然堂\n雅川青\nu盘青\n");
    Files.writeString(draft.resolve("removed.dic"), "面霜\n手机\n");
    Files.writeString(draft.resolve("stop.dic"), "正品\n");
    return draft;
  }

  private static List<Product> products(RandomGenerator random) {
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      products.add(
          TestProduct.of("p" + i, text(random) + "款")
              .brand(random.nextBoolean() ? text(random) + "牌" : null)
              .category(random.nextBoolean() ? List.of(text(random) + "类") : List.of())
              .priceFen(100L * i)
              .attributes(random.nextInt(4) == 0 ? Map.of("a", List.of(text(random))) : Map.of())
              .description(random.nextInt(4) == 0 ? text(random) : null)
              .stock(1L)
              .sales(2L)
              .comments(3L)
              .build());
    }
    return products;
  }

  private static String text(RandomGenerator random) {
    return random
        .ints(random.nextInt(1, 5), 0, PIECES.size())
        .mapToObj(PIECES::get)
        .collect(Collectors.joining());
  }

  private static Product product(String id, String title) {
    return TestProduct.of(id, title).priceFen(100L).stock(1L).sales(2L).comments(3L).build();
  }

  private static IndexDirectory build(Path root, List<Product> products) throws IOException {
    IndexDirectory index = IndexDirectory.at(root);
    String lexicon = IndexWords.at(index).current().lexicon().version();
    Generation generation =
        new Generation(
            1, SHARDS, Integer.toString(IndexSchema.VERSION), lexicon, "test", "some files");
    index.create(generation);
    ShardSettings settings = settings(index, generation);
    List<ShardCommit> commits = new ArrayList<>();
    for (int shard = 0; shard < SHARDS; shard++) {
      try (ShardWriter writer = ShardWriter.create(index, generation, shard, settings)) {
        for (Product product : products) {
          if (Shards.of(product.id(), SHARDS) == shard) {
            writer.upsert(product, 0);
          }
        }
        commits.add(writer.commit(true));
      }
    }
    index.snapshots(generation.id()).publish(commits);
    index.serve(generation.id());
    return index;
  }

  private static ShardSettings settings(IndexDirectory index, Generation generation)
      throws IOException {
    Lexicon lexicon = IndexWords.at(index).of(generation).lexicon();
    return new ShardSettings(
        IndexSchema.indexAnalyzer(lexicon), new ProductDocuments()::toDocument);
  }

  /** By field and term: each product that has it, where, with the length of its field. */
  private static Map<String, Set<String>> postings(IndexDirectory index) throws IOException {
    Map<String, Set<String>> postings = new TreeMap<>();
    try (SnapshotReader snapshot = SnapshotReader.open(index)) {
      IndexReader reader = snapshot.reader();
      for (LeafReaderContext leaf : reader.leaves()) {
        for (String field : FIELDS) {
          read(leaf, field, postings);
        }
      }
    }
    return postings;
  }

  private static void read(LeafReaderContext leaf, String field, Map<String, Set<String>> postings)
      throws IOException {
    Terms terms = leaf.reader().terms(field);
    if (terms == null) {
      return;
    }
    Bits live = leaf.reader().getLiveDocs();
    TermsEnum each = terms.iterator();
    while (each.next() != null) {
      PostingsEnum found = each.postings(null, PostingsEnum.POSITIONS);
      for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
        if (live == null || live.get(doc)) {
          Document stored = leaf.reader().storedFields().document(doc, Set.of(IndexSchema.ID));
          StringBuilder entry = new StringBuilder(stored.get(IndexSchema.ID));
          for (int i = 0; i < found.freq(); i++) {
            entry.append(' ').append(found.nextPosition());
          }
          entry.append(" of ").append(length(leaf, field, doc));
          postings
              .computeIfAbsent(field + ":" + each.term().utf8ToString(), t -> new TreeSet<>())
              .add(entry.toString());
        }
      }
    }
  }

  private static long length(LeafReaderContext leaf, String field, int doc) throws IOException {
    var norms = leaf.reader().getNormValues(field);
    return norms != null && norms.advanceExact(doc) ? norms.longValue() : -1;
  }
}
