package io.xunbao.ranker.feedback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces user ids by keyed pseudonyms: the first 16 bytes of HMAC-SHA-256 (RFC 2104, truncated as
 * its section 5 allows), behind a mark that no raw id is expected to have. Who lacks the key can
 * neither invert a pseudonym nor find it by trying ids. A pseudonym stands for itself, so an event
 * that passes twice keeps its user. Safe for use by several threads.
 */
public final class Pseudonyms {
  /** What each pseudonym begins with. */
  public static final String MARK = "u~";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_KEY = 32;
  private static final int BYTES = 16;
  private static final int LENGTH = MARK.length() + 22;
  private static final byte SEPARATOR = 0;

  private final Mac mac;

  /**
   * @param key at least 32 random bytes; not kept beyond the cipher
   */
  public Pseudonyms(byte[] key) {
    if (key.length < MIN_KEY) {
      throw new IllegalArgumentException(
          "the pseudonym key must have at least " + MIN_KEY + " bytes, got " + key.length);
    }
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /**
   * Reads the key from a file of hexadecimal digits, such as {@code openssl rand -hex 32} prints.
   *
   * @throws IllegalArgumentException if it is none; the message does not show it
   */
  public static Pseudonyms load(Path file) throws IOException {
    byte[] key;
    try {
      key = HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException notShown) {
      throw new IllegalArgumentException(
          file + " must hold the pseudonym key in hexadecimal digits: openssl rand -hex 32");
    }
    Pseudonyms pseudonyms = new Pseudonyms(key);
    Arrays.fill(key, (byte) 0);
    return pseudonyms;
  }

  /** The pseudonym of a user id, or the same where it is one already. */
  public synchronized String of(String user) {
    if (isPseudonym(user)) {
      return user;
    }
    byte[] digest = mac.doFinal(user.getBytes(StandardCharsets.UTF_8));
    return MARK
        + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
  }

  /**
   * A number that looks random to who lacks the key and is the same for the same text: for draws
   * that nobody can foresee or choose.
   *
   * @param purpose draws of two purposes know nothing of each other
   */
  public synchronized long draw(String purpose, String text) {
    mac.update(purpose.getBytes(StandardCharsets.UTF_8));
    mac.update(SEPARATOR);
    return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  /** Whether a text has the form of a pseudonym. */
  public static boolean isPseudonym(String user) {
    return user.length() == LENGTH
        && user.startsWith(MARK)
        && user.substring(MARK.length())
            .chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }
}
