package io.xunbao.queryapi.vectors;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.ranker.embed.TextVectors;
import java.util.Objects;

/** Makes vectors of queries and products. Safe for use by several threads. */
record Embedder(ProductWords words, TextVectors texts) {
  Embedder {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(texts, "texts");
  }

  float[] query(String text) {
    return texts.vector(words.words(text));
  }

  float[] product(Product product) {
    return texts.vector(words.about(product));
  }
}
