package io.xunbao.indexer.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits one row of delimited text into its fields, fed line by line, because a quoted field may
 * span lines. Quotes follow RFC 4180; a quote inside an unquoted field is taken as it stands, as
 * every reader does.
 */
final class RowParser {
  /** What is known of the row after a line. */
  enum State {
    /** The row ended with the line. */
    COMPLETE,
    /** A quoted field is still open at the end of the line. */
    OPEN,
    /** A closing quote is followed by something that is neither a delimiter nor the line's end. */
    MALFORMED
  }

  /** Stands for a format that knows no quotes. */
  static final char NO_QUOTE = '\0';

  private final char delimiter;
  private final char quote;
  private List<String> fields = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private boolean inQuotes;

  RowParser(char delimiter, char quote) {
    this.delimiter = delimiter;
    this.quote = quote;
  }

  /** Begins a new row. */
  void reset() {
    fields = new ArrayList<>();
    open.setLength(0);
    inQuotes = false;
  }

  /** The fields of the row so far; a new list for every row. */
  List<String> fields() {
    return fields;
  }

  /** Takes one line (without its end), the first of the row or the next of an open one. */
  State feed(String line) {
    int at = 0;
    if (inQuotes) {
      open.append('\n');
      at = quoted(line, 0);
    }
    while (at >= 0 && at <= line.length()) {
      at =
          quote != NO_QUOTE && at < line.length() && line.charAt(at) == quote
              ? quoted(line, at + 1)
              : unquoted(line, at);
    }
    return at == STILL_OPEN ? State.OPEN : at == BROKEN ? State.MALFORMED : State.COMPLETE;
  }

  private static final int STILL_OPEN = -1;
  private static final int BROKEN = -2;

  /** Reads an unquoted field; returns where the next begins, beyond the line after the last. */
  private int unquoted(String line, int from) {
    int to = line.indexOf(delimiter, from);
    fields.add(line.substring(from, to < 0 ? line.length() : to));
    return to < 0 ? line.length() + 1 : to + 1;
  }

  private int quoted(String line, int from) {
    inQuotes = true;
    int at = from;
    while (true) {
      int close = line.indexOf(quote, at);
      if (close < 0) {
        open.append(line, at, line.length());
        return STILL_OPEN;
      }
      open.append(line, at, close);
      if (close + 1 < line.length() && line.charAt(close + 1) == quote) {
        open.append(quote);
        at = close + 2;
        continue;
      }
      return close(line, close + 1);
    }
  }

  private int close(String line, int after) {
    fields.add(open.toString());
    open.setLength(0);
    inQuotes = false;
    if (after == line.length()) {
      return after + 1;
    }
    return line.charAt(after) == delimiter ? after + 1 : BROKEN;
  }
}
