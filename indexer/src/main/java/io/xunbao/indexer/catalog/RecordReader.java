package io.xunbao.indexer.catalog;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source file record by record: CSV, TSV or JSONL, each also packed with gzip.
 *
 * <p>A piece that is not a record never ends the reading; it comes out as a {@link SourceRecord}
 * with a defect. What does end it is a source that is not there ({@link NoSuchFileException}), a
 * mapping that does not fit it ({@link MappingException}) and a source that breaks off ({@link
 * BrokenSourceException}, after everything before the break).
 *
 * <pre>{@code
 * try (RecordReader reader = RecordReader.open(file, mapping)) {
 *   for (SourceRecord record; (record = reader.next()) != null; ) { ... }
 * }
 * }</pre>
 *
 * One thread reads; others may ask for the progress.
 */
public final class RecordReader implements AutoCloseable {
  private final Path file;
  private final long totalBytes;
  private final CountingInputStream counter;
  private final LineSource lines;
  private final Records records;
  private long recordsRead;

  private RecordReader(Path file, ProductMapping mapping) throws IOException {
    this.file = file;
    this.totalBytes = Files.size(file);
    this.counter = new CountingInputStream(Files.newInputStream(file));
    try {
      this.lines = new LineSource(unpacked(file, counter), new LineDecoder(mapping.charset()));
      this.records = RecordFormats.open(file, lines, mapping);
    } catch (IOException | RuntimeException failure) {
      counter.close();
      throw failure;
    }
  }

  /**
   * Opens a source and checks that the mapping fits it.
   *
   * @throws NoSuchFileException if there is no such file
   * @throws MappingException if the mapping names a field that the source does not have, or the
   *     format cannot be told
   */
  public static RecordReader open(Path file, ProductMapping mapping) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder, not a file of records");
    }
    return new RecordReader(file, mapping);
  }

  /**
   * The next record, sound or defective, or null at the end.
   *
   * @throws BrokenSourceException if the source breaks off here
   */
  public @Nullable SourceRecord next() throws IOException {
    try {
      SourceRecord record = records.next();
      if (record != null) {
        recordsRead++;
      }
      return record;
    } catch (EOFException | ZipException broken) {
      throw broken(broken);
    }
  }

  /**
   * Passes over records, to go on where an earlier reader stopped.
   *
   * @param count how many records {@link #next} had returned
   * @throws IOException if the source has fewer
   */
  public void skip(long count) throws IOException {
    for (long i = 0; i < count; i++) {
      if (next() == null) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s has only %d records, cannot go on after %d; was the file replaced?",
                file,
                i,
                count));
      }
    }
  }

  /** Records returned so far, those skipped included. */
  public long recordsRead() {
    return recordsRead;
  }

  /** Bytes of the file that were taken so far (packed bytes, where it is packed). */
  public long bytesRead() {
    return counter.count();
  }

  /** The file's size in bytes. */
  public long totalBytes() {
    return totalBytes;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private IOException broken(IOException cause) {
    String message =
        String.format(
                Locale.ROOT,
                "%s breaks off after %d records (line %d): the gzip stream is cut or damaged (%s).",
                file,
                recordsRead,
                lines.lines(),
                cause.getMessage())
            + " The records before the break were read; fetch the file again and repeat.";
    return new BrokenSourceException(message, recordsRead, cause);
  }

  private static InputStream unpacked(Path file, InputStream in) throws IOException {
    if (!file.getFileName().toString().endsWith(".gz")) {
      return in;
    }
    InputStream packed = new BufferedInputStream(in, 1 << 16);
    try {
      return new GZIPInputStream(packed, 1 << 16);
    } catch (EOFException | ZipException notGzip) {
      throw new BrokenSourceException(
          file + " is no gzip file (" + notGzip.getMessage() + "); no record was read", 0, notGzip);
    }
  }
}
