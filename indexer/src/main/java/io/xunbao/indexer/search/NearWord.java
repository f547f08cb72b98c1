package io.xunbao.indexer.search;

import java.util.Objects;

/**
 * A word of the index that is spelt much like another.
 *
 * @param text as titles write it, in normal spelling
 * @param documents how many products have it
 */
public record NearWord(String text, int documents) {
  public NearWord {
    Objects.requireNonNull(text, "text");
  }
}
