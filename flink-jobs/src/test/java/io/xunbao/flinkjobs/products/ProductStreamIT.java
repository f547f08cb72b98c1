package io.xunbao.flinkjobs.products;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.LocalCluster;
import io.xunbao.flinkjobs.run.RunningJob;
import io.xunbao.flinkjobs.testing.IndexContent;
import io.xunbao.flinkjobs.testing.LogOracle;
import io.xunbao.flinkjobs.testing.ProductLog;
import io.xunbao.indexer.quality.QuarantineJson;
import io.xunbao.indexer.quality.QuarantineRecord;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotReader;
import io.xunbao.testing.Seeded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Products through a real broker and Flink into an index, against an oracle of the log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductStreamIT {
  private static final JobSettings QUICK = new JobSettings(Duration.ofMillis(300), 2);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Path root;
  private EmbeddedBroker broker;
  private LocalCluster cluster;
  private KafkaSettings kafka;
  private IndexDirectory index;

  @BeforeAll
  void begin(@TempDir Path folder) throws Exception {
    root = folder;
    broker = EmbeddedBroker.start(root.resolve("broker"), EmbeddedBroker.FREE_PORT);
    kafka = KafkaSettings.at(broker.bootstrapServers());
    TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), 2, 1);
    cluster = LocalCluster.start(2);
    index = IndexDirectory.at(root.resolve("index"));
  }

  @AfterAll
  void end() throws Exception {
    IOUtils.close(cluster, broker);
  }

  @Seeded
  @Test
  void stream_dirtyLogAndRestarts_endsAsItsReplay(RandomGenerator random) throws Exception {
    try (ProductLog log = new ProductLog(kafka, random, 300)) {
      log.write(3_000);
      log.flush();
      RunningJob first = start(StartRule.REFUSE);
      LogOracle oracle = awaitAll();
      assertThat(IndexContent.titles(index)).isEqualTo(oracle.titles());
      assertThat(quarantined()).as("poison is refused once").hasSize((int) oracle.refused());
      assertThat(deadLetters()).isEqualTo(quarantined());

      // Written while nobody listens; then a start with state, and one without.
      first.cancel();
      log.write(1_000);
      log.flush();
      RunningJob second = start(StartRule.REFUSE);
      oracle = awaitAll();
      assertThat(IndexContent.titles(index)).isEqualTo(oracle.titles());
      second.cancel();

      IOUtils.rm(root.resolve("checkpoints"));
      log.write(1_000);
      log.flush();
      assertThatThrownBy(() -> start(StartRule.REFUSE))
          .isInstanceOf(BuildRefusedException.class)
          .hasMessageContaining("start: published")
          .hasMessageContaining("start: new-generation");
      RunningJob third = start(StartRule.PUBLISHED);
      oracle = awaitAll();
      assertThat(IndexContent.titles(index)).isEqualTo(oracle.titles());
      assertThat(quarantined()).hasSize((int) oracle.refused());
      Snapshot snapshot = index.current().orElseThrow();
      assertThat(snapshot.tally().received()).as("nothing twice").isEqualTo(oracle.messages());
      assertThat(snapshot.tally().balances()).isTrue();

      numbersChange(log);
      third.cancel();
      IndexContent.requireClean(index);
    }
  }

  /** Numbers come by themselves, and stay when a version comes. */
  private void numbersChange(ProductLog log) throws Exception {
    log.send(Topic.PRODUCTS, "n-1", "{\"id\":\"n-1\",\"title\":\"面霜\",\"sales\":3}");
    log.flush();
    awaitAll();
    log.send(Topic.PRODUCT_STATS, "n-1", "{\"id\":\"n-1\",\"sales\":12,\"clicks\":40}");
    log.send(Topic.PRODUCT_STATS, "n-1", "{\"id\":\"n-1\",\"sales\":-1}");
    log.flush();
    await().atMost(PATIENCE).until(() -> sales("n-1") == 12);
    log.send(Topic.PRODUCTS, "n-1", "{\"id\":\"n-1\",\"title\":\"面霜 大\",\"sales\":4}");
    log.flush();
    awaitAll();
    assertThat(IndexContent.titles(index)).containsEntry("n-1", "面霜 大");
    assertThat(sales("n-1")).isEqualTo(12);
  }

  private RunningJob start(StartRule rule) throws Exception {
    ProductStreamJob job =
        ProductStreamJob.plan(
            kafka,
            TopicNames.STANDARD,
            new StreamTarget(index, 2, rule),
            root.resolve("checkpoints"));
    return cluster.submit(job, QUICK);
  }

  private LogOracle awaitAll() {
    LogOracle oracle = LogOracle.of(kafka);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(IndexContent.positions(index)).containsAllEntriesOf(oracle.ends()));
    return oracle;
  }

  private Set<String> quarantined() throws Exception {
    List<String> lines = Files.readAllLines(index.quarantine(index.served().orElseThrow()), UTF_8);
    Set<String> keys = lines.stream().map(ProductStreamIT::position).collect(Collectors.toSet());
    assertThat(keys).as("each once").hasSameSizeAs(lines);
    return keys;
  }

  private Set<String> deadLetters() {
    return LogOracle.read(kafka, "products-rejected").stream()
        .map(message -> position(new String(message.value(), UTF_8)))
        .collect(Collectors.toSet());
  }

  private static String position(String line) {
    QuarantineRecord record = QuarantineJson.read(line);
    assertThat(record.reason()).isNotBlank();
    return record.position().toString();
  }

  private long sales(String id) throws Exception {
    try (SnapshotReader snapshot = SnapshotReader.open(index)) {
      ScoreDoc[] hits =
          new IndexSearcher(snapshot.reader())
              .search(
                  new TermQuery(new Term(IndexSchema.ID, id)),
                  1,
                  new Sort(new SortField(IndexSchema.SALES, SortField.Type.LONG)))
              .scoreDocs;
      return hits.length == 0 ? -1 : (Long) ((FieldDoc) hits[0]).fields[0];
    }
  }
}
