package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * A version's time that can be: not before 1970, not ahead of the clock. One from the future would
 * win over every version to come.
 */
final class VersionRange implements Rule {
  private static final Duration TOLERANCE = Duration.ofHours(24);

  private final InstantSource clock;

  VersionRange(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "version-range";
  }

  @Override
  public String meaning() {
    return String.format(
        Locale.ROOT,
        "a version is from 1970 or later and at most %d hours ahead of the clock",
        TOLERANCE.toHours());
  }

  @Override
  public boolean isOptional() {
    return false;
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    Instant version = draft.updatedAt();
    if (version.isBefore(Instant.EPOCH)) {
      return refusal(version, "is before 1970");
    }
    return version.isAfter(clock.instant().plus(TOLERANCE))
        ? refusal(version, "lies in the future; it would win over every version to come")
        : List.of();
  }

  private static List<Verdict> refusal(Instant version, String message) {
    return List.of(new Verdict.Refusal("updatedAt", version.toString(), message));
  }
}
