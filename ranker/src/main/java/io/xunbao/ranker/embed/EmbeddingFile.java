package io.xunbao.ranker.embed;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * An embedding as a flat file: a header ({@link VectorFileHeader}), the words with their counts,
 * and the vectors, which are mapped and not read. Every byte is under a checksum.
 */
public final class EmbeddingFile {
  private EmbeddingFile() {}

  /** Writes the file beside its name and renames it, so that a reader sees all of it or nothing. */
  public static void write(Path file, Embedding embedding, Encoding encoding) throws IOException {
    byte[] words = words(embedding.vocabulary());
    int count = embedding.vocabulary().size();
    VectorFileHeader draft =
        new VectorFileHeader(encoding, embedding.dimensions(), count, 0, words.length);
    int padding = Math.toIntExact(draft.vectorStart() - VectorFileHeader.BYTES);
    ByteBuffer head = ByteBuffer.allocate(padding).put(words).rewind();
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try (FileChannel out =
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      CRC32C crc = new CRC32C();
      out.position(VectorFileHeader.BYTES);
      append(out, head, crc);
      for (int row = 0; row < count; row++) {
        append(out, encoded(embedding, row, encoding), crc);
      }
      VectorFileHeader header =
          new VectorFileHeader(
              encoding, draft.dimensions(), count, (int) crc.getValue(), words.length);
      out.write(header.bytes(), 0);
      out.force(true);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void append(FileChannel out, ByteBuffer bytes, CRC32C crc) throws IOException {
    crc.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static byte[] words(Vocabulary vocabulary) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int i = 0; i < vocabulary.size(); i++) {
      byte[] word = vocabulary.word(i).getBytes(StandardCharsets.UTF_8);
      out.writeInt(Integer.reverseBytes(word.length));
      out.write(word);
      out.writeLong(Long.reverseBytes(vocabulary.count(i)));
    }
    return bytes.toByteArray();
  }

  private static ByteBuffer encoded(Embedding embedding, int row, Encoding encoding) {
    int d = embedding.dimensions();
    float[] vector = new float[d];
    embedding.read(row, vector, 0);
    ByteBuffer out = ByteBuffer.allocate(encoding.rowBytes(d)).order(ByteOrder.LITTLE_ENDIAN);
    switch (encoding) {
      case FLOAT32 -> {
        for (float number : vector) {
          out.putFloat(number);
        }
      }
      case INT8 -> putBytes(vector, out);
    }
    return out.rewind();
  }

  private static void putBytes(float[] vector, ByteBuffer out) {
    float largest = 0;
    for (float number : vector) {
      largest = Math.max(largest, Math.abs(number));
    }
    float scale = largest / Byte.MAX_VALUE;
    out.putFloat(scale);
    for (float number : vector) {
      out.put((byte) (scale == 0 ? 0 : Math.round(number / scale)));
    }
  }

  /**
   * Maps a file. The mapping lasts as long as the embedding is used.
   *
   * @throws BadVectorFileException where the file is not what {@link #write} wrote
   */
  public static Embedding open(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      ByteBuffer start = ByteBuffer.allocate(VectorFileHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      while (start.hasRemaining() && in.read(start, start.position()) > 0) {}
      if (start.hasRemaining()) {
        throw new BadVectorFileException(file, "it has only " + in.size() + " bytes");
      }
      VectorFileHeader header = VectorFileHeader.read(start.rewind(), in.size(), file);
      MemorySegment all = in.map(MapMode.READ_ONLY, 0, in.size(), Arena.ofAuto());
      if (header.bodyChecksum() != checksum(all)) {
        throw new BadVectorFileException(file, "the checksum of its content is wrong");
      }
      return embedding(all, header, file);
    }
  }

  private static Embedding embedding(MemorySegment all, VectorFileHeader header, Path file)
      throws BadVectorFileException {
    Vocabulary vocabulary = vocabulary(all, header, file);
    MemorySegment vectors = all.asSlice(header.vectorStart());
    VectorRows rows =
        switch (header.encoding()) {
          case FLOAT32 -> new VectorRows.Mapped(vectors, header.dimensions());
          case INT8 -> new VectorRows.MappedBytes(vectors, header.dimensions());
        };
    return new Embedding(vocabulary, rows);
  }

  private static int checksum(MemorySegment all) {
    CRC32C crc = new CRC32C();
    long step = 1L << 26;
    for (long at = VectorFileHeader.BYTES; at < all.byteSize(); at += step) {
      crc.update(all.asSlice(at, Math.min(step, all.byteSize() - at)).asByteBuffer());
    }
    return (int) crc.getValue();
  }

  private static Vocabulary vocabulary(MemorySegment all, VectorFileHeader header, Path file)
      throws BadVectorFileException {
    ByteBuffer in =
        all.asSlice(VectorFileHeader.BYTES, header.wordBytes())
            .asByteBuffer()
            .order(ByteOrder.LITTLE_ENDIAN);
    List<String> words = new ArrayList<>();
    long[] counts = new long[Math.min(header.count(), in.remaining())];
    try {
      for (int i = 0; i < header.count(); i++) {
        byte[] word = new byte[Math.clamp(in.getInt(), 0, in.remaining())];
        in.get(word);
        words.add(new String(word, StandardCharsets.UTF_8));
        counts[i] = in.getLong();
      }
      return new Vocabulary(words, counts);
    } catch (RuntimeException e) {
      throw new BadVectorFileException(file, "its words cannot be read: " + e);
    }
  }
}
