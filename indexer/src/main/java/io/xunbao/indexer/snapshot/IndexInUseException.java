package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Another process writes the index. */
public final class IndexInUseException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param owner who holds it as far as is known, such as {@code process 4711}
   */
  public IndexInUseException(Path directory, String owner) {
    super(
        String.format(
            Locale.ROOT,
            "index directory %s in use by another process (%s): wait for it, stop it, or name another --index",
            directory,
            owner));
  }
}
