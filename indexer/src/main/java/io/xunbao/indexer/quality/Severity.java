package io.xunbao.indexer.quality;

/** What became of a record with a finding. */
public enum Severity {
  /** The value was mended; the product is indexed. */
  REPAIR,
  /** The value looks wrong; the product is indexed as it stands. */
  WARNING
}
