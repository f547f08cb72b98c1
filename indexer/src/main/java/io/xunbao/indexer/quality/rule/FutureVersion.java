package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A version from the future, which would win over every version to come. */
final class FutureVersion implements Rule {
  private static final Duration TOLERANCE = Duration.ofHours(24);

  private final InstantSource clock;

  FutureVersion(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "future-version";
  }

  @Override
  public String meaning() {
    return "a version is not more than %d hours ahead of the clock".formatted(TOLERANCE.toHours());
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    Instant limit = clock.instant().plus(TOLERANCE);
    return draft.updatedAt().isAfter(limit)
        ? List.of(
            new Verdict.Refusal(
                "updatedAt",
                draft.updatedAt().toString(),
                "lies in the future; it would win over every version to come"))
        : List.of();
  }
}
