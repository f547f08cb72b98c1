package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.util.Locale;

/** A writer that was restored from an old state tries to publish over newer snapshots. */
public final class StaleSnapshotException extends IOException {
  private static final long serialVersionUID = 1;

  public StaleSnapshotException(String restored, Snapshot published) {
    super(
        String.format(
            Locale.ROOT,
            """
        %s is older than or differs from %s, which is published: the job was restored from a \
        state of the past, and publishing it would take back documents that searches have seen. \
        Restore from the newest checkpoint, or build a new generation.""",
            restored,
            published.id()));
  }
}
