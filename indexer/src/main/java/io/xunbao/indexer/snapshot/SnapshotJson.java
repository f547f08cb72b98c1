package io.xunbao.indexer.snapshot;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The records of this package as JSON. */
public final class SnapshotJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private SnapshotJson() {}

  public static String write(Record value) {
    return MAPPER.writeValueAsString(value);
  }

  public static <T extends Record> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }
}
