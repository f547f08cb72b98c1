package io.xunbao.indexer.share;

import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotJson;
import io.xunbao.indexer.snapshot.SnapshotVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that follows a shared store: it holds the same index, which a search server opens as any
 * other. A file that is here already is not fetched again; every byte of a new one is checked, and
 * a snapshot with a damaged file is refused while the one before goes on being served.
 */
public final class SnapshotReplica {
  private final SharedStore store;
  private final IndexDirectory index;
  private final SnapshotVerifier verifier;
  private final SharedShards shards;
  private final SharedWords words;
  private final SharedQuarantine quarantine;

  /**
   * A replica.
   *
   * @param index where it lies; nobody else may write there
   */
  public SnapshotReplica(SharedStore store, IndexDirectory index) {
    this.store = store;
    this.index = index;
    this.verifier = new SnapshotVerifier(index);
    this.shards = new SharedShards(store, index, verifier);
    this.words = new SharedWords(store, index);
    this.quarantine = new SharedQuarantine(store, index);
  }

  /**
   * Fetches the published words and the store's newest snapshot, and serves it.
   *
   * @return its id; empty where it is here, or the store has none
   * @throws io.xunbao.indexer.snapshot.CorruptSnapshotException naming the file that is damaged in
   *     the store; what was served before stays
   */
  public Optional<String> follow() throws IOException {
    Optional<String> served = store.read(SharedNames.CURRENT);
    if (served.isEmpty()) {
      return Optional.empty();
    }
    // A generation is cut with words that may be published: they are here before it is.
    words.fetch();
    String id = served.get();
    Snapshot theirs = require(SharedNames.snapshot(id), Snapshot.class);
    Optional<Snapshot> mine = index.current();
    if (mine.isPresent() && mine.get().sameCommits(theirs)) {
      return Optional.empty();
    }
    if (index.generations().stream().noneMatch(known -> known.id().equals(id))) {
      index.create(require(SharedNames.generation(id), Generation.class));
    }
    for (ShardCommit shard : theirs.shards()) {
      shards.fetch(theirs.generation(), shard);
    }
    quarantine.fetch(id, theirs.quarantineBytes());
    verifier.full(theirs);
    index.snapshots(id).publish(theirs.shards());
    index.serve(id);
    removeUnneeded(id);
    verifier.forgetAllBut(index.snapshots(id).retained());
    return index.current().map(Snapshot::id);
  }

  private <T extends Record> T require(String name, Class<T> type) throws IOException {
    String json =
        store.read(name).orElseThrow(() -> new IOException(name + " is missing in " + store));
    return SnapshotJson.read(json, type);
  }

  /** Files of no snapshot that can be opened; a reader that has one open keeps it. */
  private void removeUnneeded(String generation) throws IOException {
    for (ShardCommit shard : index.current().orElseThrow().shards()) {
      Set<String> needed = new HashSet<>();
      for (Snapshot retained : index.snapshots(generation).retained()) {
        retained.shards().get(shard.shard()).files().forEach(file -> needed.add(file.name()));
      }
      try (Stream<Path> files = Files.list(index.shard(generation, shard.shard()))) {
        for (Path file : files.toList()) {
          if (!needed.contains(file.getFileName().toString())) {
            Files.delete(file);
          }
        }
      }
    }
  }
}
