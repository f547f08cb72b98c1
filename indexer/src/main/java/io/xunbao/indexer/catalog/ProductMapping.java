package io.xunbao.indexer.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a source become products: the content of a mapping file.
 *
 * <pre>{@code
 * kind: products
 * format: csv                 # csv, tsv, jsonl; by default what the file's name says
 * charset: UTF-8
 * zone: Asia/Shanghai         # of times without an offset
 * idPrefix: tm-
 * fields:
 *   id: id
 *   title: title
 *   price: {from: price, unit: yuan}
 *   updatedAt: {from: update_time, pattern: yyyy/M/d}
 * attributes:
 *   - {field: spec, form: bracketed}
 * ignore: [barcode]           # everything else that is not named is kept as an attribute
 * }</pre>
 *
 * @param kind {@code products}
 * @param format null where the file's name tells it
 * @param charset in which the byte 0x0A is always a line end
 * @param delimiter between columns, where it is not the format's own
 * @param columns names where the file has no header line
 * @param skipLines lines before the header (or the first record) that mean nothing
 * @param zone of times without an offset
 * @param idPrefix put before each id, so that several sources share one id space
 * @param absent texts that stand for no value, beside the empty one
 * @param rare named source fields that only few records have (JSONL cannot tell them from mistyped
 *     ones)
 * @param attributes source fields that hold attributes in another form than name and value
 * @param attributePrefixes cut from the names of attributes
 * @param ignore source fields that are dropped on purpose
 * @param rules by rule name what it does: {@code off}, {@code warn}, {@code quarantine}
 */
public record ProductMapping(
    String kind,
    @Nullable SourceFormat format,
    Charset charset,
    @Nullable String delimiter,
    List<String> columns,
    int skipLines,
    ZoneId zone,
    String idPrefix,
    Set<String> absent,
    List<String> rare,
    FieldMappings fields,
    List<AttributeSource> attributes,
    List<String> attributePrefixes,
    Set<String> ignore,
    Map<String, RuleMode> rules) {

  /** The only kind that this class reads; other files have mappings of other kinds. */
  public static final String KIND = "products";

  @JsonCreator
  @SuppressWarnings("ConstantValue") // Jackson passes null for what the file leaves out
  public ProductMapping(
      @Nullable String kind,
      @Nullable SourceFormat format,
      @Nullable Charset charset,
      @Nullable String delimiter,
      @Nullable List<String> columns,
      int skipLines,
      @Nullable ZoneId zone,
      @Nullable String idPrefix,
      @Nullable Set<String> absent,
      @Nullable List<String> rare,
      FieldMappings fields,
      @Nullable List<AttributeSource> attributes,
      @Nullable List<String> attributePrefixes,
      @Nullable Set<String> ignore,
      @Nullable Map<String, RuleMode> rules) {
    this.kind = kind == null ? KIND : kind;
    this.format = format;
    this.charset = requireLineCharset(charset == null ? StandardCharsets.UTF_8 : charset);
    this.delimiter = delimiter;
    this.columns = columns == null ? List.of() : List.copyOf(columns);
    this.skipLines = skipLines;
    this.zone = zone == null ? ZoneId.of("Asia/Shanghai") : zone;
    this.idPrefix = idPrefix == null ? "" : idPrefix;
    this.absent = absent == null ? Set.of() : Set.copyOf(absent);
    this.rare = rare == null ? List.of() : List.copyOf(rare);
    if (fields == null) {
      throw new IllegalArgumentException("`fields` is missing: it must map at least `id`, `title`");
    }
    this.fields = fields;
    this.attributes = attributes == null ? List.of() : List.copyOf(attributes);
    this.attributePrefixes = attributePrefixes == null ? List.of() : List.copyOf(attributePrefixes);
    this.ignore = ignore == null ? Set.of() : Set.copyOf(ignore);
    this.rules = rules == null ? Map.of() : Map.copyOf(rules);
    if (delimiter != null && delimiter.length() != 1) {
      throw new IllegalArgumentException("delimiter must be one character, got " + delimiter);
    }
    if (skipLines < 0) {
      throw new IllegalArgumentException("skipLines must be >= 0, got " + skipLines);
    }
  }

  /**
   * Reads a mapping file.
   *
   * @throws MappingException if it has an unknown key, a wrong value, or is for another kind; the
   *     message names the line
   */
  public static ProductMapping load(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return parse(Files.readString(file), file.toString());
  }

  /**
   * Reads a mapping from its text.
   *
   * @param name of the text in error messages
   */
  public static ProductMapping parse(String yaml, String name) {
    return MappingYaml.read(yaml, name);
  }

  /** The mapping of the project's own JSONL contract. */
  public static ProductMapping identity() {
    return Contract.MAPPING;
  }

  /** What turns records into drafts by this mapping; for one thread. */
  public ProductMapper mapper() {
    return new ProductMapper(this);
  }

  /** Every source field that the mapping names. */
  @JsonIgnore
  List<String> sourceFields() {
    List<String> named = new ArrayList<>(fields.sourceFields());
    attributes.forEach(source -> named.add(source.field()));
    return named;
  }

  /** The source fields without which JSONL is taken for another source. */
  @JsonIgnore
  List<String> expectedSourceFields() {
    List<String> expected = new ArrayList<>(sourceFields());
    expected.removeAll(rare);
    return expected;
  }

  private static Charset requireLineCharset(Charset charset) {
    if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
      throw new IllegalArgumentException(
          "charset must have one-byte line ends, got " + charset + "; convert the file to UTF-8");
    }
    return charset;
  }
}
