package io.xunbao.flinkjobs.io;

import java.util.List;

/** What a message was: records, or refused. */
public sealed interface Decoded<T> {
  /** The records of the message; none where it is to be passed over. */
  record Accepted<T>(List<T> records) implements Decoded<T> {
    public Accepted {
      records = List.copyOf(records);
    }
  }

  /** A message that is no record. */
  record Refused<T>(DeadLetter letter) implements Decoded<T> {}

  static <T> Decoded<T> of(T record) {
    return new Accepted<>(List.of(record));
  }

  static <T> Decoded<T> refused(DeadLetter letter) {
    return new Refused<>(letter);
  }
}
