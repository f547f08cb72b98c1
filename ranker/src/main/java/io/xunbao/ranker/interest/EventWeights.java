package io.xunbao.ranker.interest;

import io.xunbao.ranker.feedback.EventType;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much each type of event says about interest in its product; a type that is not listed says
 * nothing.
 */
public record EventWeights(Map<EventType, Float> weights) {
  public EventWeights {
    weights = Map.copyOf(weights);
  }

  /** A view counts 1; what costs the shopper more effort or money counts more. */
  public static EventWeights defaults() {
    Map<EventType, Float> weights = new EnumMap<>(EventType.class);
    weights.put(EventType.VIEW, 1f);
    weights.put(EventType.CLICK, 1f);
    weights.put(EventType.REVIEW, 2f);
    weights.put(EventType.FAVOURITE, 3f);
    weights.put(EventType.CART, 3f);
    weights.put(EventType.BUY, 4f);
    weights.put(EventType.UNCART, -1f);
    return new EventWeights(weights);
  }

  public float of(EventType type) {
    return weights.getOrDefault(type, 0f);
  }
}
