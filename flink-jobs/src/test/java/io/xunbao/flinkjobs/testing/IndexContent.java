package io.xunbao.flinkjobs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotReader;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** What a published index holds. */
public final class IndexContent {
  private IndexContent() {}

  /** The titles of all live products, by id; two documents of one id fail the test. */
  public static Map<String, String> titles(IndexDirectory index) throws IOException {
    Map<String, String> titles = new TreeMap<>();
    try (SnapshotReader snapshot = SnapshotReader.open(index)) {
      IndexSearcher searcher = new IndexSearcher(snapshot.reader());
      for (ScoreDoc hit : searcher.search(new MatchAllDocsQuery(), 1_000_000).scoreDocs) {
        var document = searcher.storedFields().document(hit.doc);
        String id = document.get(IndexSchema.ID);
        String json = document.getBinaryValue(IndexSchema.SOURCE).utf8ToString();
        assertThat(titles.put(id, ProductJson.read(json).title())).as("doubled %s", id).isNull();
      }
    }
    return titles;
  }

  /** How far the published snapshot is in each source. */
  public static Map<String, Long> positions(IndexDirectory index) throws IOException {
    return index.current().map(Snapshot::positions).orElse(Map.of());
  }

  /** Lucene's own check of every shard of the served generation. */
  public static void requireClean(IndexDirectory index) throws IOException {
    Snapshot snapshot = index.current().orElseThrow();
    for (int shard = 0; shard < snapshot.shards().size(); shard++) {
      try (Directory directory = FSDirectory.open(index.shard(snapshot.generation(), shard));
          CheckIndex check = new CheckIndex(directory)) {
        assertThat(check.checkIndex().clean).as("shard %s is clean", shard).isTrue();
      }
    }
  }
}
