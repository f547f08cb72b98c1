package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.Nearest;
import io.xunbao.queryapi.http.Limits;
import io.xunbao.queryapi.http.ServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the file of {@code serve --config} may set; what it leaves out keeps its default.
 *
 * @param address to bind, a loopback address (default 127.0.0.1)
 * @param port to bind; 0 takes a free one (default 8080)
 * @param deadlineMillis how long a search may take (default 500)
 * @param maxConcurrent searches at once (default 16 a core)
 * @param generatedData whether the pages call the data generated (default false)
 */
record ServeSettings(
    @Nullable String address,
    @Nullable Integer port,
    @Nullable Long deadlineMillis,
    @Nullable Integer maxConcurrent,
    @Nullable Boolean generatedData) {
  static final ServeSettings DEFAULTS = new ServeSettings(null, null, null, null, null);

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a configuration file.
   *
   * @throws CliException naming the line and the key that is wrong
   */
  static ServeSettings read(Path file) throws IOException {
    String yaml = Files.readString(file);
    if (yaml.isBlank()) {
      return DEFAULTS;
    }
    try {
      return YAML.readValue(yaml, ServeSettings.class);
    } catch (UnrecognizedPropertyException unknown) {
      List<String> valid = unknown.getKnownPropertyIds().stream().map(Object::toString).toList();
      throw new CliException(
          String.format(
              Locale.ROOT,
              "%s: unknown key '%s'; the keys are, nearest first: %s",
              where(file, unknown),
              unknown.getPropertyName(),
              String.join(", ", Nearest.first(unknown.getPropertyName(), valid))),
          unknown);
    } catch (JacksonException wrong) {
      String message = wrong.getOriginalMessage().lines().findFirst().orElse("not YAML");
      throw new CliException(where(file, wrong) + ": " + message, wrong);
    }
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

  private static String where(Path file, JacksonException at) {
    var location = at.getLocation();
    return location == null || location.getLineNr() <= 0
        ? file.toString()
        : file + ":" + location.getLineNr();
  }
}
