package io.xunbao.queryapi.feed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record of a stream.
 *
 * @param key records of one key keep their order
 * @param json one JSON object; null says that the key is gone
 */
public record FeedRecord(String key, @Nullable String json) {
  public FeedRecord {
    Objects.requireNonNull(key, "key");
  }

  /** Says that a key is gone. */
  public static FeedRecord gone(String key) {
    return new FeedRecord(key, null);
  }
}
