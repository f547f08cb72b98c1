package io.xunbao.indexer.snapshot;

import java.util.Objects;

/**
 * One build of the index. Everything here holds for all of its documents; a change of any of it
 * needs a new generation.
 *
 * @param number from 1, growing with every build
 * @param shards how many Lucene indexes the products are spread over by a hash of their id
 * @param schemaVersion the fields and their types
 * @param lexiconVersion content hash of the words that the text was cut with
 * @param analyzer the analyzer's settings in words
 * @param inputs fingerprint of what a bounded build reads; empty for a generation fed by a stream
 */
public record Generation(
    int number,
    int shards,
    String schemaVersion,
    String lexiconVersion,
    String analyzer,
    String inputs) {

  public Generation {
    if (number < 1) {
      throw new IllegalArgumentException("number must be >= 1, got " + number);
    }
    if (shards < 1 || shards > 1024) {
      throw new IllegalArgumentException("shards must be in 1..1024, got " + shards);
    }
    Objects.requireNonNull(schemaVersion, "schemaVersion");
    Objects.requireNonNull(lexiconVersion, "lexiconVersion");
    Objects.requireNonNull(analyzer, "analyzer");
    Objects.requireNonNull(inputs, "inputs");
  }

  /** The name of its folder, such as {@code gen-2}. */
  public String id() {
    return "gen-" + number;
  }
}
