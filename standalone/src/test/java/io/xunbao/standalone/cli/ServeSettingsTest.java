package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.queryapi.feed.FeedUnavailableException;
import io.xunbao.standalone.stream.ServerStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void example_isReadable() throws IOException {
    try (ServerStreams streams =
        ServeSettings.read(Path.of("..", "examples", "serve.yaml")).streams(folder)) {
      assertThat(streams.pseudonyms()).isNull();
    }
  }
}
