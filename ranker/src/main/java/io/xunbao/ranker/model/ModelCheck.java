package io.xunbao.ranker.model;

import java.io.IOException;

/** Looks into a model before it may serve. */
@FunctionalInterface
public interface ModelCheck {
  /**
   * Passes silently.
   *
   * @throws ModelRefused where the model must not serve
   */
  void check(StoredModel model) throws IOException;
}
