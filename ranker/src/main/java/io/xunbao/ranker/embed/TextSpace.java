package io.xunbao.ranker.embed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What serving needs of an embedding: how texts get vectors, and the kinds of products among them.
 *
 * @param kinds null for an embedding that was made before there were kinds
 */
public record TextSpace(TextVectors texts, @Nullable Kinds kinds) {
  public TextSpace {
    Objects.requireNonNull(texts, "texts");
  }
}
