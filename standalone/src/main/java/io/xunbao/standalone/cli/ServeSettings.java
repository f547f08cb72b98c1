package io.xunbao.standalone.cli;

import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.http.Limits;
import io.xunbao.queryapi.http.ServerConfig;
import io.xunbao.standalone.stream.Feeds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the file of {@code serve --config} may set; what it leaves out keeps its default.
 *
 * @param address to bind, a loopback address (default 127.0.0.1)
 * @param port to bind; 0 takes a free one (default 8080)
 * @param deadlineMillis how long a search may take (default 500)
 * @param maxConcurrent searches at once (default 16 a core)
 * @param generatedData whether the pages call the data generated (default false)
 * @param kafka the streams that POST feeds (default: none)
 */
record ServeSettings(
    @Nullable String address,
    @Nullable Integer port,
    @Nullable Long deadlineMillis,
    @Nullable Integer maxConcurrent,
    @Nullable Boolean generatedData,
    @Nullable KafkaSection kafka) {
  static final ServeSettings DEFAULTS = new ServeSettings(null, null, null, null, null, null);

  /**
   * Reads a configuration file.
   *
   * @throws CliException naming the line and the key that is wrong
   */
  static ServeSettings read(Path file) throws IOException {
    return Yaml.read(file, ServeSettings.class);
  }

  /**
   * The server's configuration.
   *
   * @param portOption what the command line says, which wins; null for nothing
   * @throws CliException when a value breaks a rule
   */
  ServerConfig toServerConfig(@Nullable Integer portOption) {
    Limits limits = Limits.defaults();
    try {
      if (deadlineMillis != null) {
        limits = limits.withDeadline(Duration.ofMillis(deadlineMillis));
      }
      if (maxConcurrent != null) {
        limits =
            limits.withConcurrency(Math.min(limits.minConcurrent(), maxConcurrent), maxConcurrent);
      }
      return new ServerConfig(
          address == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(address),
          portOption != null ? portOption : port != null ? port : ServerConfig.DEFAULT_PORT,
          limits,
          Boolean.TRUE.equals(generatedData));
    } catch (IllegalArgumentException broken) {
      throw new CliException(String.valueOf(broken.getMessage()), broken);
    } catch (UnknownHostException unknown) {
      throw new CliException("address must be one of this machine, got " + address, unknown);
    }
  }

  /** Where posted records go. The broker need not be there yet. */
  Feed feed() throws IOException {
    return kafka == null ? Feed.off() : Feeds.of(kafka.settings(), kafka.topics());
  }
}
