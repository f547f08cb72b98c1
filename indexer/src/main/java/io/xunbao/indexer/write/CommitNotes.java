package io.xunbao.indexer.write;

import io.xunbao.indexer.snapshot.ShardTally;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a Lucene commit says of itself in its user data.
 *
 * @param generation the generation that it belongs to
 * @param lexicon version of the words that the text was cut with
 * @param positions for each source the next record to read
 * @param quarantineBytes how much of the quarantine file belongs to the commit
 * @param finished whether the input had ended
 */
record CommitNotes(
    String generation,
    String lexicon,
    Map<String, Long> positions,
    ShardTally tally,
    long quarantineBytes,
    boolean finished) {
  private static final String POSITION = "position.";

  CommitNotes {
    positions = Map.copyOf(positions);
  }

  Map<String, String> toUserData() {
    Map<String, String> data = new HashMap<>();
    data.put("generation", generation);
    data.put("lexicon", lexicon);
    data.put("received", Long.toString(tally.received()));
    data.put("indexed", Long.toString(tally.indexed()));
    data.put("superseded", Long.toString(tally.superseded()));
    data.put("deleted", Long.toString(tally.deleted()));
    data.put("quarantined", Long.toString(tally.quarantined()));
    data.put("quarantineBytes", Long.toString(quarantineBytes));
    data.put("finished", Boolean.toString(finished));
    positions.forEach((source, next) -> data.put(POSITION + source, Long.toString(next)));
    return data;
  }

  static CommitNotes of(Map<String, String> data) throws IOException {
    Map<String, Long> positions = new HashMap<>();
    for (Map.Entry<String, String> entry : data.entrySet()) {
      if (entry.getKey().startsWith(POSITION)) {
        positions.put(
            entry.getKey().substring(POSITION.length()), Long.parseLong(entry.getValue()));
      }
    }
    return new CommitNotes(
        text(data, "generation"),
        text(data, "lexicon"),
        positions,
        new ShardTally(
            number(data, "received"),
            number(data, "indexed"),
            number(data, "superseded"),
            number(data, "deleted"),
            number(data, "quarantined")),
        number(data, "quarantineBytes"),
        Boolean.parseBoolean(text(data, "finished")));
  }

  private static long number(Map<String, String> data, String key) throws IOException {
    return Long.parseLong(text(data, key));
  }

  private static String text(Map<String, String> data, String key) throws IOException {
    String value = data.get(key);
    if (value == null) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "a commit that the shard writer did not make: no '%s' in %s",
              key,
              data));
    }
    return value;
  }
}
