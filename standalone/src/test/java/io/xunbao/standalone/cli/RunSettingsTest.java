package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.flinkjobs.products.StartRule;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.StreamMetrics;
import io.xunbao.standalone.stream.MetricsPort;
import io.xunbao.standalone.stream.StreamJobs;
import io.xunbao.standalone.stream.StreamSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the file of {@code run --config} may say, and what it is told when it says it wrongly. */
class RunSettingsTest {
  private static final String LEAST =
      "kafka: {bootstrapServers: \"127.0.0.1:9092\"}\nindex: shop\n";

  @TempDir Path folder;
  private Path key;

  @BeforeEach
  void makeKey() throws IOException {
    key = Files.writeString(folder.resolve("key"), "0123456789abcdef".repeat(4));
  }

  private RunSettings read(String yaml) throws IOException {
    return RunSettings.read(Files.writeString(folder.resolve("run.yaml"), yaml));
  }

  @Test
  void read_theLeast_hasTheDocumentedDefaults() throws IOException {
    RunSettings settings = read(LEAST);
    StreamSetup setup = settings.setup();
    Path index = Path.of("shop").toAbsolutePath();
    assertThat(setup.kafka().bootstrapServers()).isEqualTo("127.0.0.1:9092");
    assertThat(setup.target().start()).isEqualTo(StartRule.REFUSE);
    assertThat(setup.target().shards()).isEqualTo(2);
    assertThat(setup.target().share()).isNull();
    assertThat(settings.metrics(new StreamMetrics())).isEmpty();
    assertThat(setup.checkpoints().toAbsolutePath()).isEqualTo(index.resolve(".checkpoints"));
    assertThat(setup.shoppers()).isNull();
    assertThat(settings.jobNames(setup)).containsExactly("products");
    assertThat(settings.jobSettings())
        .isEqualTo(new JobSettings(JobSettings.CHECKPOINT_INTERVAL, 2));
  }

  @Test
  void read_everything_isTaken() throws IOException {
    RunSettings settings =
        read(
            LEAST
                + "pseudonymKey: "
                + key
                + """

                trainingGroups: groups
                stateOnDisk: true
                shards: 4
                start: new-generation
                share: store
                checkpoints: state
                checkpointMillis: 250
                unalignedCheckpoints: true
                parallelism: 3
                partitions: 8
                replicas: 3
                metricsPort: 0
                cluster: jobs:8081
                """);
    StreamSetup setup = settings.setup();
    assertThat(setup.target().start()).isEqualTo(StartRule.NEW_GENERATION);
    assertThat(setup.target().shards()).isEqualTo(4);
    assertThat(setup.target().share()).isEqualTo(Path.of("store").toAbsolutePath());
    assertThat(setup.stateOnDisk()).isTrue();
    assertThat(setup.checkpoints()).isEqualTo(Path.of("state").toAbsolutePath());
    assertThat(setup.shoppers().groups()).isEqualTo(Path.of("groups").toAbsolutePath());
    assertThat(settings.jobSettings()).isEqualTo(new JobSettings(Duration.ofMillis(250), 3, true));
    assertThat(settings.jobNames(setup)).containsExactly("products", "shoppers");
    assertThat(settings.cluster()).isEqualTo("jobs:8081");
    assertThat(settings.partitions()).isEqualTo(8);
    StreamMetrics metrics = new StreamMetrics();
    try (MetricsPort port = settings.metrics(metrics).orElseThrow()) {
      RunSettings second = read(LEAST + "metricsPort: " + port.port());
      assertThatThrownBy(() -> second.metrics(metrics)).hasMessageContaining("is taken");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start: publishd | no start 'publishd'",
        "shards: 0 | shards must be in 1..1024, got 0",
        "pseudonymKey: {folder}/none | none",
        "pseudonymKey: {folder}/run.yaml | openssl rand -hex 32",
        "shard: 2 | unknown key 'shard'"
      })
  void read_wrongValue_namesTheRuleAndTheWayOut(String line, String told) {
    assertThatThrownBy(() -> read(LEAST + line.replace("{folder}", folder.toString())).setup())
        .hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "checkpointMillis: 5 | checkpointInterval must be >= 10 ms",
        "parallelism: 0 | parallelism must be in 1..1024, got 0"
      })
  void jobSettings_wrongValue_namesTheRule(String line, String told) throws IOException {
    RunSettings settings = read(LEAST + line);
    assertThatThrownBy(settings::jobSettings)
        .isInstanceOf(CliException.class)
        .hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "topicPrefix: \"a b\" | kafka.topicPrefix",
        "truststore: ca.pem | needs tls: true",
        "saslUser: me | kafka.saslPasswordFile"
      })
  void kafka_wrongValue_namesTheKey(String line, String told) throws IOException {
    RunSettings settings =
        read("index: shop\nkafka:\n  bootstrapServers: \"127.0.0.1:9092\"\n  " + line + "\n");
    assertThatThrownBy(settings::setup).isInstanceOf(CliException.class).hasMessageContaining(told);
  }

  @Test
  void read_withoutBrokerOrIndex_pointsAtTheExample() {
    for (String yaml : List.of("", "index: shop", "kafka: {bootstrapServers: \"h:1\"}")) {
      assertThatThrownBy(() -> read(yaml))
          .isInstanceOf(CliException.class)
          .hasMessageContaining("examples/run.yaml");
    }
  }

  @Test
  void jobs_unknownOrWithoutItsKey_areRefused() throws IOException {
    StreamSetup setup = read(LEAST).setup();
    assertThatThrownBy(() -> StreamJobs.plan(List.of("shopper"), setup))
        .hasMessageContaining("no job 'shopper'")
        .hasMessageContaining("shoppers");
    assertThatThrownBy(() -> StreamJobs.plan(List.of("shoppers"), setup))
        .hasMessageContaining("pseudonymKey");
  }

  @Test
  void example_isReadable() throws IOException {
    Path example = Path.of("..", "examples", "run.yaml");
    assertThat(RunSettings.read(example).setup().kafka().bootstrapServers())
        .isEqualTo("127.0.0.1:9092");
  }
}
