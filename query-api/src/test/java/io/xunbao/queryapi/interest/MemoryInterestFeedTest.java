package io.xunbao.queryapi.interest;

import org.jspecify.annotations.Nullable;

class MemoryInterestFeedTest extends InterestFeedContract {
  private final MemoryInterestFeed feed = new MemoryInterestFeed();

  @Override
  InterestFeed open() {
    return feed;
  }

  @Override
  void write(String owner, @Nullable String value) {
    feed.write(owner, value);
  }
}
