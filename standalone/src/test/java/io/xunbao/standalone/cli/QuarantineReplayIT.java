package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.products.ProductStreamJob;
import io.xunbao.flinkjobs.products.StartRule;
import io.xunbao.flinkjobs.products.StreamTarget;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.LocalCluster;
import io.xunbao.flinkjobs.testing.IndexContent;
import io.xunbao.flinkjobs.testing.LogOracle;
import io.xunbao.indexer.quality.FileQuarantine;
import io.xunbao.indexer.quality.QuarantineRecord;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.feed.FeedRecord;
import io.xunbao.queryapi.feed.FeedStream;
import io.xunbao.standalone.stream.Feeds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that a running stream refused are mended and sent into it again. */
class QuarantineReplayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void replay_intoARunningStream_mendsWhatCanBeAndTakesNothingBack() throws Exception {
    IndexDirectory index = IndexDirectory.at(folder.resolve("index"));
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(folder.resolve("broker"), EmbeddedBroker.FREE_PORT)) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), 2, 1);
      ProductStreamJob plan =
          ProductStreamJob.plan(
              kafka,
              TopicNames.STANDARD,
              new StreamTarget(index, 2, StartRule.REFUSE),
              folder.resolve("checkpoints"));
      try (LocalCluster cluster = LocalCluster.start(2)) {
        cluster.submit(plan, new JobSettings(Duration.ofMillis(200), 2));
        sendWithAWrongName(kafka);
        awaitAll(kafka, index);
        assertThat(IndexContent.titles(index)).isEqualTo(Map.of("late", "newer"));
        Path refused = index.quarantine(index.served().orElseThrow());
        assertThat(FileQuarantine.read(refused)).hasSize(4);
        replayTwice(kafka, index, refused);
      }
    }
  }

  /** A feed that writes {@code name} for the title: only its last line is a product. */
  private static void sendWithAWrongName(KafkaSettings kafka) throws Exception {
    try (Feed feed = Feeds.of(kafka, TopicNames.STANDARD)) {
      for (String[] message :
          List.of(
              new String[] {"plain", "{\"id\":\"plain\",\"name\":\"mended\"}"},
              new String[] {
                "dated",
                "{\"id\":\"dated\",\"name\":\"mended\",\"updatedAt\":\"2026-01-01T00:00:00Z\"}"
              },
              new String[] {"bad", "{\"id\":\"bad\",\"name\":\"dear\",\"price\":\"-3\"}"},
              new String[] {"late", "{\"id\":\"late\",\"name\":\"older\"}"},
              new String[] {"late", "{\"id\":\"late\",\"title\":\"newer\"}"})) {
        feed.send(FeedStream.PRODUCTS, List.of(new FeedRecord(message[0], message[1])));
      }
    }
  }

  private void replayTwice(KafkaSettings kafka, IndexDirectory index, Path refused)
      throws Exception {
    Path config = folder.resolve("run.yaml");
    Files.writeString(
        config,
        "kafka: {bootstrapServers: '"
            + kafka.bootstrapServers()
            + "'}\nindex: "
            + index.root()
            + "\n");
    Path mapping =
        Files.writeString(
            folder.resolve("mended.yaml"),
            "format: jsonl\nfields: {id: id, title: name, price: price, updatedAt: updatedAt}\n");
    for (int time = 1; time <= 2; time++) {
      Path rest = folder.resolve("rest-" + time + ".jsonl");
      int code =
          run(
              "quarantine",
              "replay",
              refused.toString(),
              "--mapping",
              mapping.toString(),
              "--config",
              config.toString(),
              "--rest",
              rest.toString());
      assertThat(code).as(err.toString()).isZero();
      assertThat(out.toString())
          .contains("3 of 4 records pass now, 1 still fail", "3 products acknowledged by");
      awaitAll(kafka, index);
      assertThat(IndexContent.titles(index))
          .isEqualTo(Map.of("plain", "mended", "dated", "mended", "late", "newer"));
      requireRest(rest);
    }
    assertThat(FileQuarantine.read(refused)).as("nothing was refused again").hasSize(4);
  }

  private static void requireRest(Path rest) throws IOException {
    assertThat(FileQuarantine.read(rest))
        .singleElement()
        .satisfies(
            (QuarantineRecord record) -> {
              assertThat(record.raw()).contains("\"bad\"");
              assertThat(record.reason()).isNotBlank();
              assertThat(record.rule()).startsWith("price");
            });
  }

  @Test
  void replay_brokerAway_saysHowManyWereTaken() throws IOException {
    Path refused = folder.resolve("refused.jsonl");
    Files.writeString(
        refused,
        "{\"source\":\"a.jsonl\",\"record\":1,\"rule\":\"required\",\"field\":null,\"value\":null,"
            + "\"reason\":\"r\",\"header\":[],\"raw\":\"{\\\"id\\\":\\\"1\\\",\\\"title\\\":\\\"t\\\"}\"}\n");
    Path config = folder.resolve("run.yaml");
    Files.writeString(
        config,
        "kafka: {bootstrapServers: '127.0.0.1:1'}\nindex: " + folder.resolve("index") + "\n");
    assertThat(run("quarantine", "replay", refused.toString(), "--config", config.toString()))
        .isNotZero();
    assertThat(err.toString()).contains("0 of 1 products were acknowledged", "again");
  }

  private static void awaitAll(KafkaSettings kafka, IndexDirectory index) {
    LogOracle oracle = LogOracle.of(kafka);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(IndexContent.positions(index)).containsAllEntriesOf(oracle.ends()));
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.commandLine(new PrintWriter(out), new PrintWriter(err, true)).execute(args);
  }
}
