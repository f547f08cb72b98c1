package io.xunbao.queryapi.http;

import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.feed.FeedRecord;
import io.xunbao.queryapi.feed.FeedStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A feed in memory. */
final class MemoryFeed implements Feed {
  private final Map<FeedStream, List<FeedRecord>> taken = new EnumMap<>(FeedStream.class);

  @Override
  public synchronized void send(FeedStream stream, List<FeedRecord> records) {
    taken.computeIfAbsent(stream, s -> new ArrayList<>()).addAll(records);
  }

  synchronized List<FeedRecord> taken(FeedStream stream) {
    return List.copyOf(taken.getOrDefault(stream, List.of()));
  }

  @Override
  public String state() {
    return "up";
  }

  @Override
  public void close() {
    // holds nothing
  }
}
