package io.xunbao.indexer.write;

/** What a shard did with a record. */
public enum Outcome {
  /** It is the newest version of its product and is in the index, or took it out. */
  WRITTEN,
  /** The index has a newer version, so the record was left out. */
  LATE
}
