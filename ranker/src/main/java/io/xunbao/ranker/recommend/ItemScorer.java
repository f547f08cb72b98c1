package io.xunbao.ranker.recommend;

/** Says of every item how well it goes with a history. Safe for use by several threads. */
public interface ItemScorer {
  /** The method's name in tables. */
  String name();

  /**
   * Scores all items.
   *
   * @return one number an item, by its number in the catalogue; larger is better, 0 is no evidence,
   *     finite
   */
  float[] score(History history);
}
