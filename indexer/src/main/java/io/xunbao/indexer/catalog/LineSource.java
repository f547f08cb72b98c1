package io.xunbao.indexer.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into lines at {@code \n} (a {@code \r} before it goes with it) before it
 * decodes them, so that invalid bytes spoil one line and not the rest. This asks for a charset in
 * which the byte 0x0A is always a line end: UTF-8, GBK, GB18030, Big5 and ISO-8859 are, UTF-16 is
 * not.
 */
final class LineSource implements AutoCloseable {
  /** No line of a sane source is longer; what follows up to the line end is skipped. */
  static final int MAX_LINE_BYTES = 8 << 20;

  private static final int SHOWN_OF_LONG_LINE = 1 << 10;

  private final InputStream in;
  private final LineDecoder decoder;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private long number;
  private boolean atEnd;

  LineSource(InputStream in, LineDecoder decoder) {
    this.in = in;
    this.decoder = decoder;
  }

  /** The number of lines handed out so far. */
  long lines() {
    return number;
  }

  /** The next line, or null at the end of the source. */
  @Nullable Line next() throws IOException {
    int scanned = start;
    while (true) {
      for (int i = scanned; i < end; i++) {
        if (buffer[i] == '\n') {
          return i - start > MAX_LINE_BYTES ? tooLong() : upTo(i);
        }
      }
      scanned = end;
      if (end - start > MAX_LINE_BYTES) {
        return tooLong();
      }
      scanned -= start;
      if (!fill()) {
        return start == end ? null : last();
      }
      scanned += start;
    }
  }

  private Line upTo(int lineEnd) {
    Line line = cut(lineEnd);
    start = lineEnd + 1;
    return line;
  }

  private Line last() {
    Line line = cut(end);
    start = end;
    return line;
  }

  private Line cut(int lineEnd) {
    int from = start;
    int to = lineEnd > from && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    if (number == 0 && startsWithByteOrderMark(from, to)) {
      from += 3;
    }
    return decoder.decode(++number, buffer, from, to);
  }

  private boolean startsWithByteOrderMark(int from, int to) {
    return to - from >= 3
        && buffer[from] == (byte) 0xEF
        && buffer[from + 1] == (byte) 0xBB
        && buffer[from + 2] == (byte) 0xBF;
  }

  /** Reads more behind what is there; false at the end of the stream. */
  private boolean fill() throws IOException {
    if (atEnd) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read < 0) {
      atEnd = true;
      return false;
    }
    end += read;
    return true;
  }

  private Line tooLong() throws IOException {
    Line shown = decoder.decode(++number, buffer, start, start + SHOWN_OF_LONG_LINE);
    long length = 0;
    while (true) {
      for (int i = start; i < end; i++) {
        if (buffer[i] == '\n') {
          length += i - start;
          start = i + 1;
          return longLine(shown, length);
        }
      }
      length += end - start;
      start = end;
      if (!fill()) {
        return longLine(shown, length);
      }
    }
  }

  private static Line longLine(Line shown, long length) {
    String reason =
        String.format(
            Locale.ROOT,
            "the line has %,d bytes, the limit is %,d; only its start is kept",
            length,
            MAX_LINE_BYTES);
    return new Line(
        shown.number(), shown.text(), new RecordDefect(RecordDefect.LINE_TOO_LONG, null, reason));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
