package io.xunbao.ranker.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a text file line by line, skips blank lines, and words what is wrong with one. */
final class LineReader {
  private final BufferedReader reader;
  private final String source;
  private String line = "";
  private int number;

  LineReader(BufferedReader reader, String source) {
    this.reader = reader;
    this.source = source;
  }

  /** Moves to the next line that is not blank; false at the end. */
  boolean next() throws IOException {
    String read;
    do {
      read = readLine();
      number++;
      if (read == null) {
        return false;
      }
    } while (read.isBlank());
    line = number == 1 && read.charAt(0) == '\ufeff' ? read.substring(1) : read;
    return true;
  }

  private @Nullable String readLine() throws IOException {
    try {
      return reader.readLine();
    } catch (MalformedInputException e) {
      throw new LineFormatException(source, number + 1, "is not UTF-8 here or a little later");
    }
  }

  /** The line's columns, at least {@code count} of them. */
  String[] columns(int count, String layout) throws LineFormatException {
    String[] columns = line.strip().split("\\s+");
    if (columns.length < count) {
      throw problem(
          String.format(
              Locale.ROOT,
              "needs %d columns (%s), got %d: %s",
              count,
              layout,
              columns.length,
              shown()));
    }
    return columns;
  }

  int integer(String text, String name, int min, int max) throws LineFormatException {
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the message that names the rule.
    }
    throw problem(
        String.format(
            Locale.ROOT, "%s must be a whole number in %d..%d, got %s", name, min, max, text));
  }

  double finite(String text, String name) throws LineFormatException {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the message that names the rule.
    }
    throw problem(String.format(Locale.ROOT, "%s must be a finite number, got %s", name, text));
  }

  LineFormatException problem(String text) {
    return new LineFormatException(source, number, text);
  }

  private String shown() {
    return line.length() <= 80 ? line : line.substring(0, 80) + "...";
  }
}
