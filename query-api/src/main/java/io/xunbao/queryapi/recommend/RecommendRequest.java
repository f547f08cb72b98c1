package io.xunbao.queryapi.recommend;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to recommend.
 *
 * @param user for {@link Kind#PERSONAL} and {@link Kind#AGAIN}; null for somebody of whom nothing
 *     is known
 * @param products what the recommendations are to go with; none for a shopper
 * @param size how many, 1 to {@value #MAX_SIZE}
 * @param deadline after it no more neighbours are looked for
 */
public record RecommendRequest(
    Kind kind, @Nullable String user, List<String> products, int size, Duration deadline) {
  private static final Duration DEFAULT_DEADLINE = Duration.ofMillis(500);

  public static final int MAX_SIZE = 50;
  public static final int DEFAULT_SIZE = 10;

  /** What recommendations are for. */
  public enum Kind {
    /** For a shopper, who knows none of them yet. */
    PERSONAL,
    /** For a shopper, what they looked at before among them: people come back. */
    AGAIN,
    /** Like a product. */
    SIMILAR,
    /** Taken with a product or with what is in a basket. */
    TOGETHER
  }

  public RecommendRequest {
    Objects.requireNonNull(kind, "kind");
    products = List.copyOf(products);
    if (deadline.isNegative()) {
      throw new IllegalArgumentException("deadline must be >= 0, got " + deadline);
    }
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size must be in 1.." + MAX_SIZE + ", got " + size);
    }
    if (products.isEmpty() != (kind == Kind.PERSONAL || kind == Kind.AGAIN)) {
      throw new IllegalArgumentException(
          "products must be named for " + Kind.SIMILAR + " and " + Kind.TOGETHER + " alone");
    }
  }

  /** For a shopper; null for somebody of whom nothing is known. */
  public static RecommendRequest personal(@Nullable String user, int size) {
    return new RecommendRequest(Kind.PERSONAL, user, List.of(), size, DEFAULT_DEADLINE);
  }

  /** For a shopper, with what they looked at before. */
  public static RecommendRequest again(@Nullable String user, int size) {
    return new RecommendRequest(Kind.AGAIN, user, List.of(), size, DEFAULT_DEADLINE);
  }

  /** Like a product. */
  public static RecommendRequest similar(String product, int size) {
    return new RecommendRequest(Kind.SIMILAR, null, List.of(product), size, DEFAULT_DEADLINE);
  }

  /** Taken with some products. */
  public static RecommendRequest together(List<String> products, int size) {
    return new RecommendRequest(Kind.TOGETHER, null, products, size, DEFAULT_DEADLINE);
  }

  /** The same with another deadline. */
  public RecommendRequest within(Duration time) {
    return new RecommendRequest(kind, user, products, size, time);
  }
}
