package io.xunbao.indexer.share;

import io.xunbao.indexer.snapshot.IndexDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A generation's file of refused records in a shared store, as pieces that follow each other. A new
 * piece takes in those before it that are not larger, so that a file that grows for ever is a few
 * pieces, and each of its bytes is sent a few times.
 *
 * <p>What belongs to a published snapshot never changes: the job opens no older commit.
 */
final class SharedQuarantine {
  private static final String NAME = "\\d{1,18}-\\d{1,18}\\.[0-9a-f]{8}";

  private final SharedStore store;
  private final IndexDirectory index;

  SharedQuarantine(SharedStore store, IndexDirectory index) {
    this.store = store;
    this.index = index;
  }

  /** Bytes {@code from} to {@code to} of the file. */
  private record Piece(String name, long from, long to, String checksum) {
    static Piece of(String name) {
      String[] parts = name.substring(name.lastIndexOf('/') + 1).split("[-.]", -1);
      return new Piece(name, Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }
  }

  /**
   * Sends what was refused since.
   *
   * @param bytes how much of the file belongs to the snapshot
   */
  void send(String generation, long bytes) throws IOException {
    List<Piece> there = pieces(generation);
    long end = there.isEmpty() ? 0 : there.getLast().to();
    if (end >= bytes) {
      return;
    }
    long from = end;
    List<Piece> taken = new ArrayList<>();
    for (Piece piece : there.reversed()) {
      if (piece.to() != from || piece.to() - piece.from() > bytes - from) {
        break;
      }
      from = piece.from();
      taken.add(piece);
    }
    Path part = part(generation);
    try {
      ByteBuffer content = read(index.quarantine(generation), from, bytes);
      write(part, 0, content.duplicate());
      String name =
          String.format(Locale.ROOT, "%018d-%018d.%s", from, bytes, checksum(content.duplicate()));
      store.put(SharedNames.quarantine(generation) + name, part);
    } finally {
      Files.deleteIfExists(part);
    }
    for (Piece piece : taken) {
      store.delete(piece.name());
    }
  }

  /**
   * Makes the file here as long as a snapshot needs it.
   *
   * @throws IOException when a piece is missing or damaged; what is here stays
   */
  void fetch(String generation, long bytes) throws IOException {
    Path file = index.quarantine(generation);
    long here = Files.exists(file) ? Files.size(file) : 0;
    Path part = part(generation);
    for (Piece piece : pieces(generation)) {
      if (here < bytes && piece.from() <= here && here < piece.to()) {
        try {
          store.get(piece.name(), part);
          ByteBuffer content = read(part, 0, Files.size(part));
          if (!checksum(content.duplicate()).equals(piece.checksum())) {
            throw new IOException(piece.name() + " is damaged in " + store);
          }
          write(file, here, content.position((int) (here - piece.from())));
          here = piece.to();
        } finally {
          Files.deleteIfExists(part);
        }
      }
    }
    if (here < bytes) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s holds %d bytes of the refused records of %s, the snapshot needs %d",
              store,
              here,
              generation,
              bytes));
    }
  }

  private List<Piece> pieces(String generation) throws IOException {
    String prefix = SharedNames.quarantine(generation);
    return store.list(prefix).stream()
        .filter(name -> name.substring(prefix.length()).matches(NAME))
        .map(Piece::of)
        .sorted(Comparator.comparingLong(Piece::to))
        .toList();
  }

  private Path part(String generation) {
    return index.quarantine(generation).resolveSibling("quarantine.part");
  }

  private static ByteBuffer read(Path file, long from, long to) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(to - from));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (content.hasRemaining()) {
        if (channel.read(content, from + content.position()) < 0) {
          throw new IOException(
              String.format(Locale.ROOT, "%s ends before byte %d, which is published", file, to));
        }
      }
    }
    return content.flip();
  }

  private static void write(Path file, long at, ByteBuffer content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long position = at;
      while (content.hasRemaining()) {
        position += channel.write(content, position);
      }
      channel.force(true);
    }
  }

  private static String checksum(ByteBuffer content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
