package io.xunbao.indexer.share;

import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotFile;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What things are called in a shared store. */
final class SharedNames {
  static final String CURRENT = "CURRENT";
  static final String WORDS = "words/";

  private SharedNames() {}

  static String generation(String id) {
    return id + "/generation.json";
  }

  static String snapshot(String id) {
    return id + "/snapshot.json";
  }

  /**
   * A file of a shard. Lucene gives a name again after a crash, with other content: so the checksum
   * is a part of the name.
   */
  static String file(String generation, int shard, SnapshotFile file) {
    return generation
        + "/shard-"
        + shard
        + "/"
        + file.name()
        + "."
        + HexFormat.of().toHexDigits(file.checksum())
        + "-"
        + file.length();
  }

  /** What refused records of a generation lie under. */
  static String quarantine(String generation) {
    return generation + "/quarantine/";
  }

  /** A commit's files in the order that they are copied in: the largest live longest. */
  static List<SnapshotFile> largestFirst(ShardCommit shard) {
    return shard.files().stream()
        .sorted(Comparator.comparingLong(SnapshotFile::length).reversed())
        .toList();
  }

  /** All files that a snapshot needs. */
  static Set<String> files(Snapshot snapshot) {
    return snapshot.shards().stream()
        .flatMap(shard -> files(snapshot.generation(), shard).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  static Set<String> files(String generation, ShardCommit shard) {
    return shard.files().stream()
        .map(file -> file(generation, shard.shard(), file))
        .collect(Collectors.toUnmodifiableSet());
  }
}
