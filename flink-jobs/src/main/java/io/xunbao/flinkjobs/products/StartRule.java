package io.xunbao.flinkjobs.products;

/** What a stream does that has no state for the generation that is served. */
public enum StartRule {
  /** Refuses where the generation was fed by the stream before; begins where it was not. */
  REFUSE,
  /** Goes on from the published snapshot, at the positions that it names. */
  PUBLISHED,
  /** Builds a new generation from the whole stream. */
  NEW_GENERATION
}
