package io.xunbao.flinkjobs.interest;

import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What a job needs to know of products; shipped with it, and opened where it runs. */
@FunctionalInterface
public interface ProductFacts extends Serializable {
  /** Reads what is known; each subtask does so once, when it starts. */
  Vectors open() throws IOException;

  /** Vectors by product. */
  interface Vectors {
    int dimensions();

    /** The vector of a product, of length 1; null where it has none. */
    float @Nullable [] vector(String product);
  }
}
