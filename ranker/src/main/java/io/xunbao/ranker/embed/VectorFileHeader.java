package io.xunbao.ranker.embed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * The first 64 bytes of a vector file, little-endian: magic with the format's version (8),
 * encoding, dimensions, count (4 each), CRC-32C of everything behind the header (4), length of the
 * words' section (8), start of the vectors (8), length of the file (8), zeros, and CRC-32C of the
 * 60 bytes before it.
 */
record VectorFileHeader(
    Encoding encoding, int dimensions, int count, int bodyChecksum, long wordBytes) {
  static final int BYTES = 64;
  private static final int CHECKED = 60;
  private static final byte[] MAGIC = {'X', 'B', 'V', 'E', 'C', 0, 0, 1};
  private static final int MAX_DIMENSIONS = 4_096;

  /** Vectors start at a multiple of a cache line. */
  long vectorStart() {
    return (BYTES + wordBytes + 63) / 64 * 64;
  }

  long fileBytes() {
    return vectorStart() + (long) count * encoding.rowBytes(dimensions);
  }

  ByteBuffer bytes() {
    ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).putInt(encoding.ordinal()).putInt(dimensions).putInt(count).putInt(bodyChecksum);
    out.putLong(wordBytes).putLong(vectorStart()).putLong(fileBytes());
    out.putInt(CHECKED, checksum(out));
    return out.rewind();
  }

  private static int checksum(ByteBuffer header) {
    CRC32C crc = new CRC32C();
    crc.update(header.array(), 0, CHECKED);
    return (int) crc.getValue();
  }

  /** Reads and checks a header; nothing in it is trusted before its checksum is right. */
  static VectorFileHeader read(ByteBuffer in, long fileSize, Path file)
      throws BadVectorFileException {
    byte[] magic = new byte[MAGIC.length];
    in.get(magic);
    for (int i = 0; i < MAGIC.length - 1; i++) {
      if (magic[i] != MAGIC[i]) {
        throw new BadVectorFileException(file, "it is no vector file");
      }
    }
    if (magic[MAGIC.length - 1] != MAGIC[MAGIC.length - 1]) {
      throw new BadVectorFileException(
          file, "its format has version " + magic[MAGIC.length - 1] + ", this program reads 1");
    }
    if (in.getInt(CHECKED) != checksum(in)) {
      throw new BadVectorFileException(file, "the checksum of its header is wrong");
    }
    int encoding = in.getInt();
    int dimensions = in.getInt();
    int count = in.getInt();
    int body = in.getInt();
    long wordBytes = in.getLong();
    if (encoding < 0 || encoding >= Encoding.values().length) {
      throw new BadVectorFileException(file, "its encoding " + encoding + " is unknown");
    }
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS || count < 0 || wordBytes < 0) {
      throw new BadVectorFileException(
          file, "its shape is impossible: " + count + " x " + dimensions);
    }
    VectorFileHeader header =
        new VectorFileHeader(Encoding.values()[encoding], dimensions, count, body, wordBytes);
    if (wordBytes > Integer.MAX_VALUE || header.fileBytes() != fileSize) {
      throw new BadVectorFileException(
          file, "it should have " + header.fileBytes() + " bytes and has " + fileSize);
    }
    return header;
  }
}
