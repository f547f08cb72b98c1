package io.xunbao.queryapi.http;

import io.xunbao.queryapi.feed.FeedRecord;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventJson;

/** Behaviour events, by their contract; clocks, repeats and bots are the stream's business. */
final class EventLines implements LineCheck {
  private final EventJson json = new EventJson();

  @Override
  public Verdict check(int line, String text) {
    try {
      BehaviourEvent event = json.read(text);
      return new Sound(new FeedRecord(event.user(), text));
    } catch (IllegalArgumentException refused) {
      return new Broken(new LineError(line, "event", String.valueOf(refused.getMessage())));
    }
  }
}
