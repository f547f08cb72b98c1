package io.xunbao.queryapi.http;

import io.helidon.common.buffers.DataReader;
import java.nio.charset.StandardCharsets;

/**
 * Reads a connection as Helidon does, with two repairs. Bytes of the request line that are not
 * ASCII are percent-encoded, because Helidon decodes that line as ASCII and would lose them, while
 * curl and others send Chinese there as plain UTF-8. And a request line that is too long is read to
 * its end before it is refused, because closing a socket with unread bytes resets it, and the
 * caller would never see the reason.
 */
final class RequestReader extends DataReader {
  private static final int MAX_DRAINED = 4 * 1024 * 1024;
  private static final int MAX_LINE = 8 * 1024;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private boolean atRequestLine = true;

  RequestReader(DataReader connection) {
    super(() -> connection.readBuffer().readBytes());
  }

  @Override
  public int findNewLine(int max) {
    if (max == Integer.MAX_VALUE) {
      return super.findNewLine(MAX_LINE);
    }
    int found = super.findNewLine(max);
    if (atRequestLine && found == max) {
      drain();
    }
    return found;
  }

  @Override
  public byte[] readBytes(int length) {
    byte[] bytes = super.readBytes(length);
    if (!atRequestLine) {
      return bytes;
    }
    atRequestLine = false;
    return percentEncoded(bytes);
  }

  @Override
  public boolean startsWithNewLine() {
    boolean headersEnd = super.startsWithNewLine();
    atRequestLine = headersEnd;
    return headersEnd;
  }

  static byte[] percentEncoded(byte[] line) {
    int extra = 0;
    for (byte b : line) {
      extra += b < 0 ? 2 : 0;
    }
    if (extra == 0) {
      return line;
    }
    byte[] encoded = new byte[line.length + extra];
    int at = 0;
    for (byte b : line) {
      if (b < 0) {
        encoded[at++] = '%';
        encoded[at++] = HEX[b >> 4 & 0xF];
        encoded[at++] = HEX[b & 0xF];
      } else {
        encoded[at++] = b;
      }
    }
    return encoded;
  }

  /** Drops bytes until the empty line after the headers, or as many as a caller may waste. */
  private void drain() {
    int state = 0;
    for (int dropped = 0; dropped < MAX_DRAINED && state < 4; dropped++) {
      byte b = read();
      state = b == (state % 2 == 0 ? '\r' : '\n') ? state + 1 : b == '\r' ? 1 : 0;
    }
  }
}
