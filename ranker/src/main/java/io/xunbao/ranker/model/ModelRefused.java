package io.xunbao.ranker.model;

/**
 * A model that must not serve: damaged, of another schema, wrong on its golden vectors, or not
 * there. The model before it stays in place.
 */
public final class ModelRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ModelRefused(String message) {
    super(message);
  }

  public ModelRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
