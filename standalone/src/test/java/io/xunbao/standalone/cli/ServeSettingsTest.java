package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.queryapi.Experiment;
import io.xunbao.queryapi.RankerName;
import io.xunbao.queryapi.feed.FeedUnavailableException;
import io.xunbao.standalone.stream.ServerStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The streams of {@code serve --config}. */
class ServeSettingsTest {
  private static final String KAFKA = "kafka: {bootstrapServers: \"127.0.0.1:1\"}\n";

  @TempDir Path folder;

  private ServeSettings read(String yaml) throws IOException {
    return ServeSettings.read(Files.writeString(folder.resolve("serve.yaml"), yaml));
  }

  @Test
  void streams_withoutKafka_areOffAndSayHowToGetThem() throws IOException {
    try (ServerStreams streams = ServeSettings.DEFAULTS.streams(folder)) {
      assertThat(streams.links().feed().state()).isEqualTo("off");
      assertThat(streams.links().shoppers().report().state()).isEqualTo("off");
      assertThatThrownBy(() -> streams.links().shoppers().erase("u"))
          .isInstanceOf(FeedUnavailableException.class)
          .hasMessageContaining("pseudonymKey");
    }
  }

  @Test
  void streams_withoutAKey_takeRecordsAndKnowNobody() throws IOException {
    try (ServerStreams streams = read(KAFKA).streams(folder)) {
      assertThat(streams.links().feed().state()).isEqualTo("up");
      assertThat(streams.pseudonyms()).isNull();
      assertThat(streams.links().shoppers().report().state()).isEqualTo("off");
    }
  }

  @Test
  void streams_withAKeyAndABrokerThatIsNotThere_startAndKnowNobodyYet() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef".repeat(4));
    try (ServerStreams streams = read(KAFKA + "pseudonymKey: " + key).streams(folder)) {
      assertThat(streams.links().shoppers().report().state()).isEqualTo("starting");
      assertThat(streams.links().shoppers().profile("u")).isEmpty();
    }
    assertThat(folder.resolve(".interests")).as("nothing was read").doesNotExist();
  }

  @Test
  void streams_keyWithoutKafkaOrNoKey_areRefused() {
    assertThatThrownBy(() -> read("pseudonymKey: key").streams(folder))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("needs kafka");
    assertThatThrownBy(
            () -> read(KAFKA + "pseudonymKey: " + folder.resolve("serve.yaml")).streams(folder))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("openssl rand -hex 32");
  }

  @Test
  void experiment_withTwoArms_runsForItsShareOrHalf() throws IOException {
    String logged = KAFKA + "pseudonymKey: key\n";
    Experiment named =
        read(logged + "experiment: {name: ltr-1, arms: [default, ltr], share: 0.1}")
            .runningExperiment(true);
    assertThat(named)
        .isEqualTo(new Experiment("ltr-1", List.of(RankerName.DEFAULT, RankerName.LTR), 0.1));
    assertThat(
            read(logged + "experiment: {name: a, arms: [bm25, default]}").runningExperiment(false))
        .isEqualTo(new Experiment("a", List.of(RankerName.BM25, RankerName.DEFAULT), 0.5));
    assertThat(ServeSettings.DEFAULTS.runningExperiment(true)).isNull();
  }

  @Test
  void experiment_thatTellsNothingOrCannotRun_isRefusedWithTheWayOut() throws IOException {
    String logged = KAFKA + "pseudonymKey: key\n";
    String learned = "experiment: {name: a, arms: [default, ltr]}";
    assertRefused(learned, true, "experiment needs kafka and pseudonymKey");
    assertRefused(KAFKA + learned, true, "must be logged");
    assertRefused(logged + learned, false, "--models DIR");
    assertRefused(logged + "experiment: {name: a}", true, "such as [default, ltr]");
    assertRefused(
        logged + "experiment: {name: a, arms: [default, lrt]}", true, "nearest first: ltr");
    assertRefused(
        logged + "experiment: {name: a, arms: [default, feedback]}", true, "are the same");
    assertRefused(
        logged + "experiment: {name: a, arms: [default, ltr], share: 5}", true, "got 5.0");
  }

  private void assertRefused(String yaml, boolean models, String message) throws IOException {
    ServeSettings settings = read(yaml);
    assertThatThrownBy(() -> settings.runningExperiment(models))
        .isInstanceOf(CliException.class)
        .hasMessageContaining(message);
  }

  @Test
  void example_isReadable() throws IOException {
    try (ServerStreams streams =
        ServeSettings.read(Path.of("..", "examples", "serve.yaml")).streams(folder)) {
      assertThat(streams.pseudonyms()).isNull();
    }
  }
}
