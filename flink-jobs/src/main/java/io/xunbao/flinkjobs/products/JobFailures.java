package io.xunbao.flinkjobs.products;

import io.xunbao.indexer.write.DiskFullException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds in a failed job what its user can act on. */
final class JobFailures {
  private JobFailures() {}

  /**
   * The failure to show: what this program's own classes said, since they say what to do about it,
   * or else the innermost cause. The chain stays attached.
   */
  static IOException explain(@Nullable Throwable failure) {
    Throwable innermost = failure == null ? new IOException("the job failed") : failure;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      innermost = t;
      if (t instanceof IOException ours && t.getClass().getName().startsWith("io.xunbao.")) {
        return ours;
      }
    }
    if (DiskFullException.isDiskFull(failure)) {
      return new IOException(DiskFullException.ADVICE, failure);
    }
    return innermost instanceof IOException io
        ? io
        : new IOException("the job failed: " + innermost, failure);
  }
}
