package io.xunbao.standalone.cli;

import io.xunbao.indexer.snapshot.NothingPublishedException;
import io.xunbao.indexer.words.IncompatibleIndexException;
import io.xunbao.ranker.embed.TrainerUnavailable;
import io.xunbao.ranker.eval.LineFormatException;
import io.xunbao.ranker.model.ModelRefused;
import io.xunbao.ranker.train.TrainingFailed;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;

/** Turns a failure into what the user reads on stderr. */
final class Failures {
  private Failures() {}

  /**
   * Prints one failure: a message alone where the user can mend it, a stack trace where the
   * programmer must.
   *
   * @return the exit code
   */
  static int report(Exception failure, PrintWriter err) {
    switch (failure) {
      case CliException mendable -> err.println("xunbao: " + mendable.getMessage());
      case IncompatibleIndexException old -> err.println("xunbao: " + old.getMessage());
      case NothingPublishedException none -> err.println("xunbao: " + none.getMessage());
      case NoSuchFileException missing -> err.println("xunbao: no such file: " + missing.getFile());
      case LineFormatException broken -> err.println("xunbao: " + broken.getMessage());
      case ModelRefused refused -> err.println("xunbao: " + refused.getMessage());
      case TrainingFailed failed -> err.println("xunbao: " + failed.getMessage());
      case TrainerUnavailable absent -> err.println("xunbao: " + absent.getMessage());
      default -> {
        err.println("xunbao: this should not happen; please report it with the lines below");
        failure.printStackTrace(err);
      }
    }
    err.flush();
    return ExitCode.FAILED;
  }
}
