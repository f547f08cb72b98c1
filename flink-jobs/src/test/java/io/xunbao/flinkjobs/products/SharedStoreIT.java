package io.xunbao.flinkjobs.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.testing.ChildProcess;
import io.xunbao.flinkjobs.testing.FollowingReplica;
import io.xunbao.flinkjobs.testing.IndexContent;
import io.xunbao.flinkjobs.testing.LogOracle;
import io.xunbao.flinkjobs.testing.ProductLog;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.words.IndexWords;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine is lost with its index: the job is killed, its folder deleted, and the job started
 * again from its checkpoints and the shared store, which was away for a while before.
 */
class SharedStoreIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path root;

  @Seeded
  @Test
  void machineLost_restartedFromTheStore_theIndexIsTheReplayOfTheLog(RandomGenerator random)
      throws Exception {
    IndexDirectory index = IndexDirectory.at(root.resolve("index"));
    Path words = Files.createDirectories(root.resolve("words"));
    Files.writeString(words.resolve("ext.dic"), "星尘石\n");
    IndexWords.at(index).store().publish(words);
    Path store = root.resolve("store");
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(root.resolve("broker"), EmbeddedBroker.FREE_PORT)) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), 2, 1);
      try (ProductLog log = new ProductLog(kafka, random, 400)) {
        Process first = start(kafka);
        try {
          log.write(700);
          log.flush();
          await().atMost(PATIENCE).until(() -> Files.exists(store.resolve("CURRENT")));
          awaitPublishedWithout(store, kafka, index, log);
          log.write(1_500);
          log.flush();
          first.waitFor(random.nextInt(1_000), TimeUnit.MILLISECONDS);
          assertThat(first.isAlive()).as("the kill strikes a running process").isTrue();
        } finally {
          first.destroyForcibly().waitFor();
        }
        long generation = index.generation(index.served().orElseThrow()).number();
        IOUtils.rm(index.root());
        assertThatThrownBy(() -> plan(kafka, null))
            .as("without the store it does not begin anew in silence")
            .isInstanceOf(BuildRefusedException.class)
            .hasMessageContaining("share")
            .hasMessageContaining("start: new-generation");

        log.write(500);
        log.flush();
        Process second = start(kafka);
        try {
          LogOracle oracle = awaitAll(kafka, index);
          requireReplay(oracle, index);
          requireShared(index, oracle);
        } finally {
          second.destroyForcibly().waitFor();
        }
        assertThat(index.generation(index.served().orElseThrow()).number()).isEqualTo(generation);
        // The checkpoints of the lost machine are not mistaken for newer ones.
        log.write(300);
        log.flush();
        Process third = start(kafka);
        try {
          requireReplay(awaitAll(kafka, index), index);
        } finally {
          third.destroyForcibly().waitFor();
        }
        IndexContent.requireClean(index);
      }
    }
  }

  /** The store goes away and comes back: publishing goes on, and sending does again. */
  private void awaitPublishedWithout(
      Path store, KafkaSettings kafka, IndexDirectory index, ProductLog log) throws Exception {
    Path away = root.resolve("store-away");
    Files.move(store, away);
    Files.writeString(store, "a file where a folder should be");
    log.write(700);
    log.flush();
    awaitAll(kafka, index);
    Files.delete(store);
    Files.move(away, store);
    LogOracle oracle = LogOracle.of(kafka);
    requireShared(index, oracle);
  }

  private void requireReplay(LogOracle oracle, IndexDirectory index) throws IOException {
    assertThat(IndexContent.titles(index)).isEqualTo(oracle.titles());
    Snapshot snapshot = index.current().orElseThrow();
    assertThat(snapshot.tally().received()).as("each record once").isEqualTo(oracle.messages());
    assertThat(snapshot.tally().balances()).isTrue();
    assertThat(Files.readAllLines(index.quarantine(snapshot.generation())))
        .as("refused records came from the store too")
        .hasSize((int) oracle.refused());
    assertThat(IndexWords.at(index).of(index.generation(snapshot.generation())).version())
        .isEqualTo(IndexWords.at(index).current().version());
  }

  /** A replica of the store can be opened, and holds the same. */
  private void requireShared(IndexDirectory index, LogOracle oracle) throws IOException {
    new FollowingReplica(root.resolve("store"), root.resolve("replica"))
        .awaitServing(index.served().orElseThrow(), oracle::titles);
  }

  private LogOracle awaitAll(KafkaSettings kafka, IndexDirectory index) {
    LogOracle oracle = LogOracle.of(kafka);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(IndexContent.positions(index)).containsAllEntriesOf(oracle.ends()));
    return oracle;
  }

  private ProductStreamJob plan(KafkaSettings kafka, @Nullable Path share) throws IOException {
    IndexDirectory index = IndexDirectory.at(root.resolve("index"));
    return ProductStreamJob.plan(
        kafka,
        TopicNames.STANDARD,
        new StreamTarget(index, 2, StartRule.REFUSE, share),
        root.resolve("checkpoints"));
  }

  private Process start(KafkaSettings kafka) throws IOException {
    return ChildProcess.start(
        StreamChild.class,
        "700m",
        root.resolve("child.log"),
        kafka.bootstrapServers(),
        root.resolve("index").toString(),
        root.resolve("checkpoints").toString(),
        root.resolve("store").toString());
  }
}
