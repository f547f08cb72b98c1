package io.xunbao.standalone.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Queries by id, as a file of lines {@code id TAB query} holds them. */
public final class QueryFile {
  private QueryFile() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException naming the line that is wrong, or when there is no query
   */
  public static Map<String, String> read(Path file) throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      int tab = line.indexOf('\t');
      if (line.isBlank()) {
        continue;
      }
      if (tab < 1) {
        throw new IllegalArgumentException(
            file + ":" + number + ": a line must be an id, a tab and a query, got: " + line);
      }
      queries.put(line.substring(0, tab), line.substring(tab + 1));
    }
    if (queries.isEmpty()) {
      throw new IllegalArgumentException(file + " must hold a query, got none");
    }
    return queries;
  }
}
