package io.xunbao.flinkjobs.testing;

import io.xunbao.flinkjobs.interest.ProductFacts;
import org.jspecify.annotations.Nullable;

/** Products whose names begin with e look east, all others north. */
public record TwoVectors() implements ProductFacts {
  @Override
  public Vectors open() {
    return new Vectors() {
      @Override
      public int dimensions() {
        return 2;
      }

      @Override
      public float @Nullable [] vector(String product) {
        return product.startsWith("e") ? new float[] {1, 0} : new float[] {0, 1};
      }
    };
  }
}
