package io.xunbao.queryapi;

/**
 * How a cache of answers has done since the start.
 *
 * @param hits searches that were answered from it
 * @param misses searches that it could have answered and did not have
 */
public record AnswerCounts(long hits, long misses) {
  /** Nothing is cached. */
  public static final AnswerCounts NONE = new AnswerCounts(0, 0);
}
