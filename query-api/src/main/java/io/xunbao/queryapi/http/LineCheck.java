package io.xunbao.queryapi.http;

import io.xunbao.queryapi.feed.FeedRecord;

/** Decides about the lines of one feed, in one thread. */
@FunctionalInterface
interface LineCheck {
  /** What a line is. */
  sealed interface Verdict {}

  /** A record, and its key. */
  record Sound(FeedRecord record) implements Verdict {}

  /** No record. */
  record Broken(LineError error) implements Verdict {}

  /** Checks a line, which is not blank. */
  Verdict check(int line, String text);
}
