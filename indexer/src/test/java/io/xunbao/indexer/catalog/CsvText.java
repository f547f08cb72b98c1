package io.xunbao.indexer.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The reference that the reader of CSV is held to: random rows, written by RFC 4180. */
final class CsvText {
  private static final String ALPHABET = "ab 中文，,\"'\t。 7";

  private CsvText() {}

  /**
   * Rows of an id, a text that may span lines, and a price. No line of a text looks like a row:
   * what the reader does with such a line is a matter of its rule of recovery.
   */
  static List<List<String>> rows(RandomGenerator random, int count) {
    return rows(random, count, ALPHABET.replace(",", "\n"));
  }

  static List<List<String>> singleLineRows(RandomGenerator random, int count) {
    return rows(random, count, ALPHABET);
  }

  private static List<List<String>> rows(RandomGenerator random, int count, String alphabet) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(12);
      for (int j = 0; j < length; j++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      rows.add(List.of(Integer.toString(i), text.toString(), Integer.toString(random.nextInt(99))));
    }
    return rows;
  }

  static String write(List<List<String>> rows, RandomGenerator random) {
    String end = random.nextBoolean() ? "\n" : "\r\n";
    StringBuilder csv = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        csv.append(i == 0 ? "" : ",").append(field(row.get(i), random));
      }
      csv.append(end);
    }
    return csv.toString();
  }

  private static String field(String value, RandomGenerator random) {
    boolean mustQuote = value.contains(",") || value.contains("\"") || value.contains("\n");
    return mustQuote || random.nextInt(4) == 0 ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
