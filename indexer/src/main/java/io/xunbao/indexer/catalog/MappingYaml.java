package io.xunbao.indexer.catalog;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Binds YAML to mapping records, and says what is wrong where. */
final class MappingYaml {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private MappingYaml() {}

  static ProductMapping read(String yaml, String name) {
    try {
      requireProducts(YAML.readTree(yaml), name);
      return YAML.readValue(yaml, ProductMapping.class);
    } catch (UnrecognizedPropertyException unknown) {
      List<String> valid = unknown.getKnownPropertyIds().stream().map(Object::toString).toList();
      throw new MappingException(
          String.format(
              Locale.ROOT,
              "%s: unknown key '%s'; %s",
              name + lineOf(unknown.getPropertyName(), yaml),
              unknown.getPropertyName(),
              Nearest.hint(unknown.getPropertyName(), valid)),
          unknown);
    } catch (JacksonException wrong) {
      throw new MappingException(where(name, wrong) + ": " + firstLine(wrong), wrong);
    }
  }

  private static void requireProducts(@Nullable JsonNode tree, String name) {
    if (tree == null || !tree.isObject()) {
      throw new MappingException(name + " is no mapping: it must be a YAML object with `fields`");
    }
    String kind = tree.path("kind").asString(ProductMapping.KIND);
    if (!kind.equals(ProductMapping.KIND)) {
      throw new MappingException(
          String.format(
              Locale.ROOT,
              "%s maps %s, not products; its file cannot be read as products",
              name,
              kind));
    }
  }

  /** Records are bound after their object was read, so that Jackson no longer knows the line. */
  private static String lineOf(String key, String yaml) {
    Pattern at = Pattern.compile("(?:^|[\\s{,])[\"']?" + Pattern.quote(key) + "[\"']?\\s*:");
    List<String> lines = yaml.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (at.matcher(lines.get(i)).find()) {
        return ":" + (i + 1);
      }
    }
    return "";
  }

  private static String where(String name, JacksonException at) {
    var location = at.getLocation();
    return location == null || location.getLineNr() <= 0 ? name : name + ":" + location.getLineNr();
  }

  private static String firstLine(JacksonException wrong) {
    Throwable cause = wrong.getCause();
    String message =
        cause instanceof IllegalArgumentException && cause.getMessage() != null
            ? cause.getMessage()
            : wrong.getOriginalMessage();
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
