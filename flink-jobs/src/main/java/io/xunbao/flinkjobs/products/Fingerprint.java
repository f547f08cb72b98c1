package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.indexer.schema.IndexSchema;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells whether a build that goes on reads what it began with: the files by name, size, time of
 * change, first and last megabyte; the mappings by content; the words and the schema by version.
 */
final class Fingerprint {
  private static final int EDGE = 1 << 20;

  private Fingerprint() {}

  /** 16 hexadecimal digits. */
  static String of(List<ProductFile> files, String lexiconVersion) throws IOException {
    MessageDigest digest = sha256();
    text(digest, lexiconVersion + "/" + IndexSchema.VERSION);
    for (ProductFile file : files) {
      Path path = Path.of(file.path());
      text(digest, file.path());
      number(digest, Files.size(path));
      number(digest, Files.getLastModifiedTime(path).toMillis());
      edges(digest, path);
      String mapping = file.mapping();
      text(digest, mapping == null ? "" : Files.readString(Path.of(mapping)));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static void edges(MessageDigest digest, Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] edge = new byte[(int) Math.min(EDGE, file.length())];
      file.readFully(edge);
      digest.update(edge);
      file.seek(file.length() - edge.length);
      file.readFully(edge);
      digest.update(edge);
    }
  }

  private static void text(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(digest, bytes.length);
    digest.update(bytes);
  }

  private static void number(MessageDigest digest, long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
