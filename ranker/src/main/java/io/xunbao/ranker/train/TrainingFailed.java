package io.xunbao.ranker.train;

/** The training library refused its input or could not be loaded. */
public final class TrainingFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  TrainingFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
