package io.xunbao.queryapi.vectors;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.embed.Kinds;
import io.xunbao.ranker.embed.TextSpace;
import io.xunbao.ranker.embed.TextVectors;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes vectors of queries and products. Safe for use by several threads. */
record Embedder(ProductWords words, TextVectors texts, @Nullable Kinds kinds) {
  Embedder {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(texts, "texts");
  }

  static Embedder of(ProductWords words, TextSpace space) {
    return new Embedder(words, space.texts(), space.kinds());
  }

  float[] query(String text) {
    return texts.vector(words.words(text));
  }

  /** The kinds of products with these vectors; all unknown where the embedding has no kinds. */
  int[] kinds(Matrix vectors, Blas blas) {
    if (kinds == null) {
      int[] unknown = new int[vectors.rows()];
      Arrays.fill(unknown, Kinds.UNKNOWN);
      return unknown;
    }
    return kinds.of(vectors, blas);
  }

  /** How well the words of a query fit a kind; NaN where that is not known. */
  double fit(int kind, List<String> queryWords) {
    return kinds == null ? Double.NaN : kinds.fit(kind, queryWords);
  }

  float[] product(Product product) {
    return texts.vector(words.about(product));
  }
}
