package io.xunbao.queryapi.feed;

import java.util.Objects;

/**
 * One record of a stream.
 *
 * @param key records of one key keep their order
 * @param json one JSON object
 */
public record FeedRecord(String key, String json) {
  public FeedRecord {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(json, "json");
  }
}
