package io.xunbao.ranker.trees;

/** A model file that is damaged, hostile, or uses what this scorer does not implement. */
public final class ModelFormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ModelFormatException(String message) {
    super(message);
  }

  public ModelFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
