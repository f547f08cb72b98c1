package io.xunbao.queryapi.arrange;

import io.xunbao.indexer.search.Matching;
import io.xunbao.indexer.search.PageKey;
import io.xunbao.queryapi.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * Where a page ended, as an opaque text that the next request brings back. It belongs to one
 * snapshot and one query; a check sum tells a changed one.
 *
 * @param snapshot id of the snapshot that the pages before came from
 * @param question fingerprint of everything that decides the order
 * @param offset hits on the pages before
 * @param matching the policy that the first page was found with
 * @param mix how the first page was mixed of two rankers; empty where it was not
 * @param last the last hit before, in the order of retrieval
 */
public record PageCursor(
    String snapshot, String question, int offset, Matching matching, String mix, PageKey last) {
  private static final String SEPARATOR = "\n";
  private static final int PARTS = 7;

  public PageCursor {
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(question, "question");
    if (mix.contains(SEPARATOR)) {
      throw new IllegalArgumentException("mix must be one line, got " + mix);
    }
  }

  /** The text for the next request. */
  public String encode() {
    String body =
        String.join(
            SEPARATOR,
            snapshot,
            question,
            Integer.toString(offset),
            matching.name(),
            mix,
            Long.toString(last.value()),
            last.id());
    String checked = checksum(body) + SEPARATOR + body;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(checked.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a cursor back.
   *
   * @throws InvalidRequest when it is none that {@link #encode} made
   */
  public static PageCursor decode(String text) {
    try {
      String checked = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int end = checked.indexOf(SEPARATOR);
      String body = checked.substring(end + 1);
      if (end < 0 || !checked.substring(0, end).equals(checksum(body))) {
        throw unreadable();
      }
      String[] parts = body.split(SEPARATOR, PARTS);
      return new PageCursor(
          parts[0],
          parts[1],
          Integer.parseInt(parts[2]),
          Matching.valueOf(parts[3]),
          parts[4],
          new PageKey(Long.parseLong(parts[5]), parts[6]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
      throw unreadable();
    }
  }

  private static InvalidRequest unreadable() {
    return new InvalidRequest(
        "cursor-invalid", "cursor must be one that an answer gave: start again without it");
  }

  /**
   * Checks that this cursor continues a question on a snapshot.
   *
   * @throws InvalidRequest when it belongs to another one
   */
  public void requireFor(String snapshotNow, String questionNow) {
    if (!question.equals(questionNow)) {
      throw new InvalidRequest(
          "cursor-of-another-query",
          "cursor belongs to another query, filter, sort or ranker: start again without it");
    }
    if (!snapshot.equals(snapshotNow)) {
      throw new InvalidRequest(
          "cursor-stale",
          "cursor belongs to snapshot "
              + snapshot
              + " and the index is at "
              + snapshotNow
              + " now: start again without it");
    }
  }

  /** A fingerprint of what decides the order. */
  public static String fingerprint(Object... parts) {
    return Integer.toHexString(java.util.Arrays.deepHashCode(parts))
        + checksum(java.util.Arrays.deepToString(parts));
  }

  private static String checksum(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
