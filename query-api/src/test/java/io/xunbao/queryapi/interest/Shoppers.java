package io.xunbao.queryapi.interest;

import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.InterestMessage;
import io.xunbao.ranker.interest.LiveInterests;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Shoppers with some interests. */
final class Shoppers {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private Shoppers() {}

  /** One who bought one product. */
  static LiveInterests buyer(String product, Instant at) {
    return LiveInterests.none(4)
        .plus(EventType.BUY, product, new float[] {1, 0, 0, 0}, "面霜", at, EventWeights.defaults());
  }

  /** One who did many things. */
  static LiveInterests busy(RandomGenerator random, int events) {
    LiveInterests interests = LiveInterests.none(4);
    for (int i = 0; i < events; i++) {
      float[] vector = {random.nextFloat(), random.nextFloat(), 0, 1};
      interests =
          interests.plus(
              EventType.CART,
              "商品-" + random.nextInt(1_000),
              vector,
              "c" + random.nextInt(9),
              NOON.plusSeconds(i),
              EventWeights.defaults());
    }
    return interests;
  }

  static String message(String owner, LiveInterests interests) {
    return Objects.requireNonNull(new InterestMessage(owner, interests).toJson());
  }
}
