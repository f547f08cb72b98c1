package io.xunbao.ikdict.lexicon;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A lexicon as bytes: magic, version, then trie, bigrams, fold table and names as little-endian
 * arrays that are copied, not parsed, when read.
 *
 * @param trie the words with their costs
 * @param bigrams pairs of word numbers with their costs, entries of {@link BigramTable}
 * @param folds what text becomes before it is cut
 * @param names what the characters of names cost
 */
public record LexiconImage(WordTrie trie, long[] bigrams, FoldTable folds, NameCosts names) {
  private static final long MAGIC = 0x58554e42414f4c32L; // XUNBAOL2
  private static final int VERSION_DIGITS = 16;

  /** The bytes of a lexicon; the same content gives the same bytes. */
  public byte[] toBytes() {
    byte[] body = body();
    ByteBuffer all = ByteBuffer.allocate(8 + VERSION_DIGITS + body.length);
    all.putLong(MAGIC).put(hash(body).getBytes(StandardCharsets.US_ASCII)).put(body);
    return all.array();
  }

  private byte[] body() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 24);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writeLongs(out, trie.cells());
      writeChars(out, trie.codes());
      BigramTable table = BigramTable.of(bigrams);
      writeLongs(out, table.entries());
      writeLongs(out, table.filter());
      writeChars(out, folds.units());
      Map<String, String> expansions = new TreeMap<>();
      folds.expansions().forEach((c, text) -> expansions.put(String.valueOf(c), text));
      writePairs(out, expansions);
      writePairs(out, new TreeMap<>(folds.phrases()));
      for (char[] costs : names.tables()) {
        writeChars(out, costs);
      }
      out.writeInt(names.transliteration());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The lexicon that bytes made by {@link #toBytes} hold, under the version they name.
   *
   * @throws IOException if the stream ends early or holds something else
   */
  static Lexicon read(InputStream bytes) throws IOException {
    ImageReader in = new ImageReader(bytes);
    if (in.readLong() != MAGIC) {
      throw new IOException("this is no lexicon of this version of Xunbao");
    }
    String version = in.readAscii(VERSION_DIGITS);
    WordTrie trie = new WordTrie(in.readLongs(), in.readChars());
    BigramTable bigrams = BigramTable.restored(in.readLongs(), in.readLongs());
    char[] units = in.readChars();
    Map<Character, String> expansions = new TreeMap<>();
    in.readPairs().forEach((c, text) -> expansions.put(c.charAt(0), text));
    FoldTable folds = new FoldTable(units, expansions, in.readPairs());
    NameCosts names =
        new NameCosts(in.readChars(), in.readChars(), in.readChars(), in.readChars(), in.readInt());
    return new Lexicon(version, trie, bigrams, folds, names);
  }

  /** The first 16 hexadecimal digits of the SHA-256 of some bytes. */
  static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void writeLongs(DataOutputStream out, long[] longs) throws IOException {
    out.writeInt(longs.length);
    ByteBuffer buffer =
        ByteBuffer.allocate(longs.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asLongBuffer().put(longs);
    out.write(buffer.array());
  }

  private static void writeChars(DataOutputStream out, char[] chars) throws IOException {
    out.writeInt(chars.length);
    ByteBuffer buffer =
        ByteBuffer.allocate(chars.length * Character.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asCharBuffer().put(chars);
    out.write(buffer.array());
  }

  private static void writePairs(DataOutputStream out, Map<String, String> pairs)
      throws IOException {
    out.writeInt(pairs.size());
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      writeChars(out, pair.getKey().toCharArray());
      writeChars(out, pair.getValue().toCharArray());
    }
  }
}
