package io.xunbao.queryapi.interest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A store in a file, with the positions in the feed that it contains, so that a restart reads on
 * from there. Written beside and renamed; a file that breaks off or was changed does not load.
 *
 * <p>Format, big-endian: magic, positions (count, then partition and next offset), records (length
 * and bytes, ended by length 0), CRC-32C of everything before.
 */
final class InterestSnapshot {
  private static final int MAGIC = 0x58424931; // "XBI1"
  private static final int LARGEST = 1 << 22;

  private InterestSnapshot() {}

  static void write(Path file, InterestStore store, Map<Integer, Long> positions)
      throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    CRC32C sum = new CRC32C();
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new CheckedOutputStream(java.nio.channels.Channels.newOutputStream(channel), sum),
                  1 << 16));
      out.writeInt(MAGIC);
      out.writeInt(positions.size());
      for (Map.Entry<Integer, Long> position : positions.entrySet()) {
        out.writeInt(position.getKey());
        out.writeLong(position.getValue());
      }
      store.forEach(record -> writeRecord(out, record));
      out.writeInt(0);
      out.flush();
      out.writeLong(sum.getValue());
      out.flush();
      channel.force(true);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void writeRecord(DataOutputStream out, ByteBuffer record) {
    byte[] bytes = new byte[record.remaining()];
    record.get(bytes);
    try {
      out.writeInt(bytes.length);
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fills a store.
   *
   * @return the positions that it contains; empty where there is no file
   * @throws IOException if the file is damaged; the store may then hold a part of it
   */
  static Optional<Map<Integer, Long>> read(Path file, InterestStore store) throws IOException {
    CRC32C sum = new CRC32C();
    try (CheckedInputStream checked =
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), 1 << 16), sum);
        DataInputStream in = new DataInputStream(checked)) {
      require(in.readInt() == MAGIC, file, "it does not begin like one");
      Map<Integer, Long> positions = new LinkedHashMap<>();
      int partitions = in.readInt();
      for (int i = 0; i < partitions; i++) {
        positions.put(in.readInt(), in.readLong());
      }
      for (int length = in.readInt(); length != 0; length = in.readInt()) {
        require(length > 0 && length <= LARGEST, file, "a record is " + length + " bytes long");
        byte[] record = in.readNBytes(length);
        require(record.length == length, file, "it breaks off");
        store.put(InterestRecord.owner(ByteBuffer.wrap(record)), record);
      }
      long expected = sum.getValue();
      require(in.readLong() == expected, file, "its checksum is wrong");
      return Optional.of(positions);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (RuntimeException | java.io.EOFException damaged) {
      throw new IOException(file + " is no snapshot of interests: it breaks off", damaged);
    }
  }

  private static void require(boolean sound, Path file, String otherwise) throws IOException {
    if (!sound) {
      throw new IOException(file + " is no snapshot of interests: " + otherwise);
    }
  }
}
