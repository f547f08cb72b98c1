package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.testing.IndexContent;
import io.xunbao.flinkjobs.testing.LogOracle;
import io.xunbao.flinkjobs.testing.ProductLog;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A cluster of processes that hold nothing but Flink's jars: the job brings its own, a TaskManager
 * is killed with SIGKILL in the middle, and the index is the replay of the log. More than one kill,
 * each of the TaskManager that runs the job, by {@code -Dxunbao.kills=30}.
 */
class ClusterIT {
  private static final Path SCRIPTS = Path.of("..", "cluster").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MESSAGES = 2_000;
  private static final int KILLS = Integer.getInteger("xunbao.kills", 1);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path root;

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private int port;
  private int rpcPort;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(
        Files.isDirectory(SCRIPTS.resolve("target/lib")), "mvn package fills cluster/target");
    port = freePort(16_000);
    rpcPort = freePort(22_000);
    startMissing();
  }

  private void startMissing() throws Exception {
    script("start", "-Drest.port=" + port, "-Djobmanager.rpc.port=" + rpcPort);
    await().atMost(PATIENCE).ignoreExceptions().until(() -> taskManagers() == 2);
  }

  @AfterEach
  void stop() throws Exception {
    script("stop");
  }

  @Seeded
  @Test
  void kill_taskManager_jobGoesOnAndLosesNothing(RandomGenerator random) throws Exception {
    IndexDirectory index = IndexDirectory.at(root.resolve("index"));
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(root.resolve("broker"), EmbeddedBroker.FREE_PORT)) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), 2, 1);
      Path config = root.resolve("run.yaml");
      Files.writeString(
          config,
          String.format(
              Locale.ROOT,
              """
              kafka:
                bootstrapServers: %s
              index: %s
              jobs: [products]
              cluster: localhost:%d
              """,
              broker.bootstrapServers(),
              index,
              port));
      try (ProductLog log = new ProductLog(kafka, random, 400)) {
        log.write(MESSAGES);
        log.flush();
        String job = submit(config);
        await().atMost(PATIENCE).until(() -> index.current().isPresent());
        assertThat(run(config)).as("a second one is refused").contains("cancel that one first");

        requireBothBusy();
        for (int kill = 0; kill < KILLS; kill++) {
          log.write(MESSAGES);
          log.flush();
          kill("taskmanager-" + (1 + kill % 2)); // the one that holds all, from the second on
          log.write(MESSAGES);
          log.flush();
          requireCaughtUp(index, LogOracle.of(kafka), job);
          startMissing();
        }
        LogOracle oracle = LogOracle.of(kafka);
        assertThat(get("/jobs/" + job + "/exceptions").path("exceptionHistory").path("entries"))
            .as("the kill was felt")
            .isNotEmpty();
        assertThat(get("/jobs/" + job).path("state").asString()).isEqualTo("RUNNING");
        assertThat(IndexContent.titles(index)).isEqualTo(oracle.titles());
        Snapshot snapshot = index.current().orElseThrow();
        assertThat(snapshot.tally().received()).as("each once").isEqualTo(oracle.messages());
        assertThat(snapshot.tally().quarantined()).isEqualTo(oracle.refused());
      }
    }
    script("stop"); // Lucene's check takes the shards' locks
    IndexContent.requireClean(index);
  }

  private void requireCaughtUp(IndexDirectory index, LogOracle oracle, String job) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () ->
                assertThat(IndexContent.positions(index))
                    .as(() -> described(job))
                    .containsAllEntriesOf(oracle.ends()));
  }

  /** What the cluster says of the job, so that a failure tells where it stands. */
  private String described(String job) {
    try {
      JsonNode checkpoints = get("/jobs/" + job + "/checkpoints");
      return String.format(
          Locale.ROOT,
          "%d TaskManagers; job %s; checkpoints %s, latest %s; exceptions %s",
          taskManagers(),
          get("/jobs/" + job).path("state").asString(),
          checkpoints.path("counts"),
          checkpoints.path("latest"),
          get("/jobs/" + job + "/exceptions").path("exceptionHistory"));
    } catch (IOException silent) {
      return "the cluster does not answer: " + silent;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private String submit(Path config) {
    String printed = run(config);
    assertThat(printed).startsWith("index-products\t");
    return printed.strip().split("\t", -1)[1];
  }

  private static String run(Path config) {
    StringWriter printed = new StringWriter();
    PrintWriter writer = new PrintWriter(printed, true);
    Main.commandLine(writer, writer).execute("run", "--config", config.toString());
    return printed.toString();
  }

  /** Subtasks lie on both, so that whichever is killed takes a shard with it. */
  private void requireBothBusy() throws Exception {
    for (JsonNode each : get("/taskmanagers").path("taskmanagers")) {
      assertThat(each.path("freeSlots").asInt()).isLessThan(each.path("slotsNumber").asInt());
    }
  }

  private void kill(String name) throws Exception {
    long pid = Long.parseLong(Files.readString(root.resolve("run").resolve(name + ".pid")).strip());
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    assertThat(process.destroyForcibly()).as("the kill strikes").isTrue();
    process.onExit().get();
  }

  private int taskManagers() throws IOException, InterruptedException {
    return get("/overview").path("taskmanagers").asInt();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private void script(String name, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(SCRIPTS.resolve(name).toString());
    command.addAll(List.of("--folder", root.resolve("run").toString()));
    command.addAll(List.of(arguments));
    Path log = root.resolve(name + ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor()).as("%s: %s", name, Files.readString(log)).isZero();
  }

  /**
   * A port that nobody has, below those that the system hands out to clients: one of these could be
   * taken before the cluster binds it.
   */
  private static int freePort(int from) throws IOException {
    int start = from + (int) (ProcessHandle.current().pid() % 5_000);
    for (int candidate = start; candidate < start + 1_000; candidate++) {
      try (ServerSocket probe = new ServerSocket(candidate)) {
        return probe.getLocalPort();
      } catch (BindException taken) {
        continue;
      }
    }
    throw new IOException("no free port in a thousand from " + start);
  }
}
