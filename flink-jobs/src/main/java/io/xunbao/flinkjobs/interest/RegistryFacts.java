package io.xunbao.flinkjobs.interest;

import io.xunbao.ranker.embed.EmbeddingModel;
import io.xunbao.ranker.embed.ProductVectors;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The product vectors of an embedding in the models' registry: the means of word2vec vectors,
 * weighted by the words' frequency (see {@code TextVectors}). A product that came after the
 * training has none and counts only by its id and its category until the next one.
 *
 * @param folder of one version, such as {@code models/embedding/v3}
 */
public record RegistryFacts(String folder) implements ProductFacts {
  @Override
  public Vectors open() throws IOException {
    ProductVectors products = EmbeddingModel.open(Path.of(folder)).products();
    return new Vectors() {
      @Override
      public int dimensions() {
        return products.dimensions();
      }

      @Override
      public float @Nullable [] vector(String product) {
        return products.contains(product) ? products.vector(product) : null;
      }
    };
  }
}
