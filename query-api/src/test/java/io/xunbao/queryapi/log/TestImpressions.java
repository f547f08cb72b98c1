package io.xunbao.queryapi.log;

import io.xunbao.ranker.feedback.Impression;
import java.time.Instant;
import java.util.List;

/** Impressions that differ in their ids alone, {@code i-0}, {@code i-1}, ... */
final class TestImpressions {
  private TestImpressions() {}

  static Impression of(int number, List<Impression.Shown> items) {
    return new Impression(
        "i-" + number,
        null,
        "q",
        "q",
        Instant.EPOCH,
        "s",
        "bm25",
        null,
        null,
        null,
        null,
        List.of(),
        items);
  }
}
