package io.xunbao.queryapi.vectors;

import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import io.xunbao.indexer.catalog.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The words of queries and products as embeddings see them: one definition for training and
 * serving. Safe for use by several threads.
 */
public final class ProductWords {
  private final Segmenter segmenter;

  public ProductWords(Segmenter segmenter) {
    this.segmenter = Objects.requireNonNull(segmenter, "segmenter");
  }

  /** The words of a text as a query would have them: the best cut, without overlaps. */
  public List<String> words(String text) {
    return segmenter.segment(text, Mode.QUERY).stream().map(Token::text).toList();
  }

  /** What a product is about: title, then brand and narrowest category where they are known. */
  public List<String> about(Product product) {
    List<String> words = new ArrayList<>(words(product.title()));
    if (product.brand() != null) {
      words.addAll(words(product.brand()));
    }
    if (!product.category().isEmpty()) {
      words.addAll(words(product.category().getLast()));
    }
    return words;
  }
}
