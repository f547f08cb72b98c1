package io.xunbao.ranker.feedback;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How the rows of a file become behaviour events: the content of a mapping file.
 *
 * <pre>{@code
 * kind: events
 * format: csv                       # csv, tsv or jsonl
 * columns: [user, item, category, behaviour, seconds]   # where the file has no header line
 * time: seconds                     # seconds, millis or iso
 * productPrefix: tb-
 * fields: {user: user, product: item, type: behaviour, at: seconds}
 * types: {pv: view, fav: favourite} # a name that is not listed stands for itself
 * }</pre>
 *
 * Source fields that {@code fields} does not name become attributes under their own name.
 *
 * @param kind {@code events}
 * @param columns names of the columns; empty where the first line has them
 * @param productPrefix put before each product id
 * @param fields by field of {@link BehaviourEvent} the source's field
 * @param types by the source's name of a type the project's
 */
public record EventMapping(
    String kind,
    Format format,
    Charset charset,
    List<String> columns,
    TimeUnit time,
    String productPrefix,
    Map<String, String> fields,
    Map<String, String> types) {
  /** The only kind that this class reads. */
  public static final String KIND = "events";

  private static final List<String> FIELDS =
      List.of(
          "id",
          "user",
          "session",
          "type",
          "product",
          "query",
          "impression",
          "position",
          "dwellMillis",
          "at");

  /** The shape of a file. */
  public enum Format {
    CSV,
    TSV,
    JSONL
  }

  /** How a time is written. */
  public enum TimeUnit {
    SECONDS,
    MILLIS,
    ISO
  }

  @JsonCreator
  public EventMapping(
      @Nullable String kind,
      @Nullable Format format,
      @Nullable Charset charset,
      @Nullable List<String> columns,
      @Nullable TimeUnit time,
      @Nullable String productPrefix,
      @Nullable Map<String, String> fields,
      @Nullable Map<String, String> types) {
    this.kind = kind == null ? KIND : kind;
    this.format = format == null ? Format.JSONL : format;
    this.charset = charset == null ? StandardCharsets.UTF_8 : charset;
    this.columns = columns == null ? List.of() : List.copyOf(columns);
    this.time = time == null ? TimeUnit.ISO : time;
    this.productPrefix = productPrefix == null ? "" : productPrefix;
    this.fields = fields == null ? Map.of() : Map.copyOf(fields);
    this.types = types == null ? Map.of() : Map.copyOf(types);
    if (!this.kind.equals(KIND)) {
      throw new IllegalArgumentException("kind must be events, got " + kind);
    }
    for (String field : this.fields.keySet()) {
      if (!FIELDS.contains(field)) {
        throw new IllegalArgumentException(
            "an event has no field " + field + "; there are: " + String.join(", ", FIELDS));
      }
    }
    this.types.values().forEach(EventType::of);
  }

  /** The mapping of the project's own JSONL contract. */
  public static EventMapping identity() {
    return new EventMapping(null, null, null, null, null, null, null, null);
  }

  /** The source's field of a field of {@link BehaviourEvent}: its own name where none is given. */
  String source(String field) {
    return fields.getOrDefault(field, field);
  }

  /**
   * Reads a mapping file.
   *
   * @throws IllegalArgumentException if it has an unknown key or a wrong value; the message names
   *     the file and what is valid
   */
  public static EventMapping load(Path file) throws IOException {
    YAMLMapper yaml =
        YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();
    try {
      return yaml.readValue(Files.readString(file), EventMapping.class);
    } catch (UnrecognizedPropertyException e) {
      throw new IllegalArgumentException(
          file + ": unknown key " + e.getPropertyName() + "; valid are " + e.getKnownPropertyIds(),
          e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
    }
  }
}
