package io.xunbao.flinkjobs.sink;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * A file of refused records that keeps step with Lucene's commits: the commit names its length, and
 * opening cuts off what is longer. So a record that is read again after a crash is refused once.
 */
final class QuarantineLog implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private long length;

  private QuarantineLog(FileChannel channel, long length) {
    this.channel = channel;
    this.length = length;
  }

  /**
   * Opens a file at the length that a commit names.
   *
   * @throws IOException when the file is shorter: it was changed by somebody else
   */
  static QuarantineLog openAt(Path file, long length) throws IOException {
    Files.createDirectories(file.resolveSibling(".").normalize());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.size() < length) {
      long found = channel.size();
      channel.close();
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s holds %d bytes, but %d belong to the commit: was it edited? Build a new generation.",
              file,
              found,
              length));
    }
    channel.truncate(length).position(length);
    return new QuarantineLog(channel, length);
  }

  void append(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    length += bytes.length;
    if (bytes.length > buffer.remaining()) {
      drain();
    }
    if (bytes.length > buffer.remaining()) {
      writeAll(ByteBuffer.wrap(bytes));
    } else {
      buffer.put(bytes);
    }
  }

  /** Length with everything appended so far. */
  long length() {
    return length;
  }

  /** Makes everything appended so far durable. */
  void sync() throws IOException {
    drain();
    channel.force(false);
  }

  private void drain() throws IOException {
    writeAll(buffer.flip());
    buffer.clear();
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
