package io.xunbao.ranker.embed;

/** A trainer whose optional library is not there or does not run on this machine. */
public final class TrainerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  TrainerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
