package io.xunbao.indexer.catalog;

import java.nio.charset.StandardCharsets;

/** Messages of a stream as records: one JSON object in UTF-8 each, in the project's own form. */
public final class MessageRecords {
  private static final LineDecoder UTF_8 = new LineDecoder(StandardCharsets.UTF_8);

  private MessageRecords() {}

  /**
   * The record of one message. What is no JSON object, or no UTF-8, comes out with a defect.
   *
   * @param position topic and partition, with the offset
   */
  public static SourceRecord parse(SourcePosition position, byte[] message) {
    SourceRecord record =
        JsonRecords.parse(position.source(), UTF_8.decode(1, message, 0, message.length));
    return new SourceRecord(
        position, record.raw(), record.fields(), record.header(), record.defect());
  }
}
