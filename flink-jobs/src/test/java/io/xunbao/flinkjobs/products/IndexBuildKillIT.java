package io.xunbao.flinkjobs.products;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.flinkjobs.testing.ChildProcess;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.SnapshotReader;
import io.xunbao.testing.Seeded;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job with its mini cluster, killed in the middle. */
class IndexBuildKillIT {
  private static final int PRODUCTS = 20_000;
  private static final int RECORDS = 60_000;

  @TempDir Path root;

  @Seeded
  @Test
  void run_killedHalfWayAndRunAgain_equalsAnUndisturbedRun(RandomGenerator random)
      throws Exception {
    Path products = products(random);
    Path index = root.resolve("index");
    long done = killHalfWay(index, products);
    assertThat(done).as("records that were safe when the kill struck").isBetween(1L, RECORDS - 1L);
    assertThat(IndexDirectory.at(index).served()).as("nobody sees the half").isEmpty();

    BuildResult again = IndexBuild.run(BuildChild.request(index, products), progress -> {});
    Path calm = root.resolve("calm");
    BuildResult undisturbed = IndexBuild.run(BuildChild.request(calm, products), progress -> {});

    assertThat(again.resumed()).isTrue();
    assertThat(again.recordsIn()).isEqualTo(RECORDS);
    assertThat(again.tally()).isEqualTo(undisturbed.tally());
    assertThat(documents(index)).hasSize(PRODUCTS).isEqualTo(documents(calm));
  }

  /** Kills a build after its second snapshot and returns how many records that one holds. */
  private long killHalfWay(Path index, Path products) throws Exception {
    Process child = start(index, products);
    IndexDirectory directory = IndexDirectory.at(index);
    ChildProcess.await(
        child,
        root.resolve("child.log"),
        "a snapshot with a tenth of the records",
        () -> received(directory) > RECORDS / 10);
    ChildProcess.kill(child);
    return received(directory);
  }

  private static long received(IndexDirectory directory) throws IOException {
    return directory.snapshots("gen-1").current().map(s -> s.tally().received()).orElse(0L);
  }

  private Process start(Path index, Path products) throws IOException {
    return ChildProcess.start(
        BuildChild.class, "1g", root.resolve("child.log"), index.toString(), products.toString());
  }

  /** Versions of products in random order, so that many arrive late. */
  private Path products(RandomGenerator random) throws IOException {
    Path file = root.resolve("products.jsonl");
    Instant first = Instant.parse("2026-01-01T00:00:00Z");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int record = 0; record < RECORDS; record++) {
        // Each product at least once, the others at random.
        int id = record < PRODUCTS ? record : random.nextInt(PRODUCTS);
        out.write(
            String.format(
                Locale.ROOT,
                "{\"id\":\"p-%d\",\"title\":\"红色连衣裙 第%d版\",\"price\":%d,\"updatedAt\":\"%s\"}%n",
                id,
                record,
                10 + random.nextInt(90),
                first.plusSeconds(random.nextInt(1_000))));
      }
    }
    return file;
  }

  private static Map<String, String> documents(Path index) throws IOException {
    Map<String, String> documents = new TreeMap<>();
    try (SnapshotReader snapshot = SnapshotReader.open(IndexDirectory.at(index))) {
      IndexReader reader = snapshot.reader();
      IndexSearcher searcher = new IndexSearcher(reader);
      for (ScoreDoc hit : searcher.search(new MatchAllDocsQuery(), RECORDS).scoreDocs) {
        var stored = searcher.storedFields().document(hit.doc);
        String id = stored.get(IndexSchema.ID);
        assertThat(documents.put(id, stored.toString())).as("doubled %s", id).isNull();
      }
    }
    return documents;
  }
}
