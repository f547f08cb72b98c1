package io.xunbao.flinkjobs.training;

import io.xunbao.ranker.feedback.EventType;

/** What an event says of how good a product was for a query. */
final class Labels {
  private Labels() {}

  /** 0 for what says nothing; the best event of a product counts. */
  static int of(EventType type) {
    return switch (type) {
      case VIEW, CLICK -> 1;
      case FAVOURITE, CART -> 2;
      case BUY -> 3;
      case IMPRESSION, UNCART, REVIEW, SEARCH -> 0;
    };
  }
}
