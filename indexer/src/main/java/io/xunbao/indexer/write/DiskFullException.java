package io.xunbao.indexer.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The disk that holds the index is full. */
public final class DiskFullException extends IOException {
  private static final long serialVersionUID = 1;

  /** What to do, wherever the full disk was met. */
  public static final String ADVICE =
      "no space left on the disk of the index. The last published snapshot is unharmed and stays"
          + " readable. Free some space and run the same command again: it goes on from its last"
          + " checkpoint.";

  DiskFullException(Path directory, IOException cause) {
    super(ADVICE + " (" + directory + ")", cause);
  }

  /** Whether a failure, or what caused it, is a full disk. */
  public static boolean isDiskFull(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String message = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
      if (t instanceof DiskFullException
          || message.contains("no space left on")
          || message.contains("disk quota exceeded")) {
        return true;
      }
    }
    return false;
  }
}
