package io.xunbao.indexer.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Locale;

/** The shape of a source file; each may also be packed with gzip. */
public enum SourceFormat {
  /** Comma-separated values with quotes (RFC 4180). */
  @JsonProperty("csv")
  CSV,
  /** Tab-separated values; a quote is a character like any other. */
  @JsonProperty("tsv")
  TSV,
  /** One JSON object a line. */
  @JsonProperty("jsonl")
  JSONL;

  /**
   * The format that a file's name promises.
   *
   * @throws MappingException if the name ends in none of the known suffixes
   */
  static SourceFormat of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      name = name.substring(0, name.length() - ".gz".length());
    }
    if (name.endsWith(".csv")) {
      return CSV;
    }
    if (name.endsWith(".tsv") || name.endsWith(".tab")) {
      return TSV;
    }
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return JSONL;
    }
    throw new MappingException(
        file
            + ": the name does not tell the format (.csv, .tsv, .jsonl, each also with .gz);"
            + " write `format: csv` (or tsv, jsonl) into the mapping");
  }
}
