package io.xunbao.indexer.snapshot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * Text behind a header line that proves it whole: {@code xunbao 1 <length in bytes> <crc32c>}. Cut,
 * flipped and zeroed bytes are all told apart from content.
 */
final class CheckedText {
  private static final String MAGIC = "xunbao 1";

  private CheckedText() {}

  static byte[] encode(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    byte[] header =
        (MAGIC + " " + body.length + " " + checksum(body) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(header, header.length + body.length);
    System.arraycopy(body, 0, all, header.length, body.length);
    return all;
  }

  /**
   * The text of a file's bytes.
   *
   * @param file names the file in the error
   * @throws CorruptSnapshotException when header and body do not agree
   */
  static String decode(byte[] bytes, Path file) throws CorruptSnapshotException {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    byte[] body = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
    String header = new String(bytes, 0, end, StandardCharsets.UTF_8);
    String expected = MAGIC + " " + body.length + " " + checksum(body);
    if (end == bytes.length || !header.equals(expected)) {
      throw new CorruptSnapshotException(
          file,
          String.format(
              Locale.ROOT, "its header says '%s', its content is '%s'", clip(header), expected));
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String clip(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }

  private static String checksum(byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(body);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
