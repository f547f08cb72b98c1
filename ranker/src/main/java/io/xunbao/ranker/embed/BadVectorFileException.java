package io.xunbao.ranker.embed;

import java.io.IOException;
import java.nio.file.Path;

/** A vector file that is not used: damaged, cut short, of another kind or of a newer version. */
public final class BadVectorFileException extends IOException {
  private static final long serialVersionUID = 1;

  BadVectorFileException(Path file, String why) {
    super("vector file " + file + " is refused: " + why + "; train or fetch it again");
  }
}
