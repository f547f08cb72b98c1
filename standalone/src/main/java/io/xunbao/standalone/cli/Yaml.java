package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Configuration files: YAML bound to records, where an unknown key is refused. */
final class Yaml {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Yaml() {}

  /**
   * Reads a configuration file; an empty one is an empty mapping.
   *
   * @throws CliException naming the line and the key that is wrong
   */
  static <T> T read(Path file, Class<T> type) throws IOException {
    String yaml = Files.readString(file);
    boolean empty = yaml.lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
    try {
      return MAPPER.readValue(empty ? "{}" : yaml, type);
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

  private static String where(Path file, JacksonException at) {
    var location = at.getLocation();
    return location == null || location.getLineNr() <= 0
        ? file.toString()
        : file + ":" + location.getLineNr();
  }
}
