package io.xunbao.flinkjobs.interest;

import org.jspecify.annotations.Nullable;

/** Knows no vectors: interests are then weights of products and categories alone. */
public record NoFacts() implements ProductFacts {
  @Override
  public Vectors open() {
    return new Vectors() {
      @Override
      public int dimensions() {
        return 0;
      }

      @Override
      public float @Nullable [] vector(String product) {
        return null;
      }
    };
  }
}
