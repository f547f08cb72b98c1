package io.xunbao.indexer.quality;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A quarantine in a JSONL file, one refused record a line, appended to what the file holds. A last
 * line that a crash cut off is replaced, since its record is refused again when the source is read
 * again.
 */
public final class FileQuarantine implements Quarantine {
  private final Path file;
  private final FileOutputStream bytes;
  private final BufferedOutputStream out;

  /** Opens a file for more records; makes it, and its folder, where there is none. */
  public static FileQuarantine append(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (Files.exists(file)) {
      cutTornLine(file);
    }
    return new FileQuarantine(file);
  }

  /** Reads the records of a file, which must be whole. */
  public static List<QuarantineRecord> read(Path file) throws IOException {
    return QuarantineJson.readAll(file);
  }

  private FileQuarantine(Path file) throws IOException {
    this.file = file;
    this.bytes = new FileOutputStream(file.toFile(), true);
    this.out = new BufferedOutputStream(bytes, 1 << 16);
  }

  @Override
  public synchronized void add(QuarantineRecord record) throws IOException {
    out.write((QuarantineJson.write(record) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void flush() throws IOException {
    out.flush();
    bytes.getFD().sync();
  }

  @Override
  public synchronized List<QuarantineRecord> records() throws IOException {
    out.flush();
    return read(file);
  }

  @Override
  public synchronized void close() throws IOException {
    try (out) {
      out.flush();
    }
  }

  private static void cutTornLine(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    int end = content.length;
    while (end > 0 && content[end - 1] != '\n') {
      end--;
    }
    if (end < content.length) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(end);
      }
    }
  }
}
