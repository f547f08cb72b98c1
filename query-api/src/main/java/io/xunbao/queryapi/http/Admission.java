package io.xunbao.queryapi.http;

import io.helidon.common.concurrency.limits.AimdLimit;
import io.helidon.common.concurrency.limits.LimitAlgorithm;
import java.util.Optional;

/**
 * Decides at once whether one more search may run. The bound grows by one while searches keep the
 * deadline and shrinks by a tenth when one does not (additive increase, multiplicative decrease;
 * Chiu and Jain 1989), so that under overload the admitted ones stay fast and the rest is refused
 * early.
 */
final class Admission {
  private static final double BACKOFF = 0.9;

  private final AimdLimit limit;

  Admission(Limits limits) {
    this.limit =
        AimdLimit.builder()
            .minLimit(limits.minConcurrent())
            .maxLimit(limits.maxConcurrent())
            .initialLimit(limits.maxConcurrent())
            .timeout(limits.deadline())
            .backoffRatio(BACKOFF)
            .queueLength(0)
            .build();
  }

  /** A permit, to be ended by success, dropped or ignore; empty when the server is full. */
  Optional<LimitAlgorithm.Token> tryEnter() {
    return limit.tryAcquire(false);
  }
}
