package io.xunbao.ikdict.segment;

/**
 * How finely text is cut. Law: every token of {@link #QUERY} of any text is among the tokens of
 * {@link #INDEX} of the same text.
 */
public enum Mode {
  /** Every lexicon word and the parts of compounds, overlapping: what the index holds. */
  INDEX,
  /** The best path, without overlaps: what a query asks for. */
  QUERY
}
