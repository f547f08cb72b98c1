package io.xunbao.indexer.share;

import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotFile;
import io.xunbao.indexer.snapshot.SnapshotJson;
import io.xunbao.indexer.snapshot.SnapshotVerifier;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Sends published snapshots of an index to a shared store. A file that is there already is not sent
 * again. Every byte is checked before it is sent; the manifest follows last, so that whoever
 * follows the store never sees a snapshot that is not whole.
 */
public final class SnapshotSharing {
  private final IndexDirectory index;
  private final SharedStore store;
  private final SnapshotVerifier verifier;

  public SnapshotSharing(IndexDirectory index, SharedStore store) {
    this.index = index;
    this.store = store;
    this.verifier = new SnapshotVerifier(index);
  }

  /**
   * What was sent.
   *
   * @param snapshot its id, such as {@code gen-2/14}
   * @param files how many files were not there yet
   * @param bytes of these
   */
  public record Sent(String snapshot, int files, long bytes) {}

  /**
   * Sends the served snapshot; empty where the store has it, or nothing is served.
   *
   * @throws io.xunbao.indexer.snapshot.CorruptSnapshotException when a file of it is damaged here:
   *     nothing is made visible then
   */
  public Optional<Sent> send() throws IOException {
    Optional<Snapshot> served = index.current();
    if (served.isEmpty() || isThere(served.get())) {
      return Optional.empty();
    }
    Snapshot snapshot = served.get();
    verifier.full(snapshot);
    Set<String> there = store.list(snapshot.generation() + "/");
    int files = 0;
    long bytes = 0;
    for (ShardCommit shard : snapshot.shards()) {
      for (SnapshotFile file : shard.files()) {
        String name = SharedNames.file(snapshot.generation(), shard.shard(), file);
        if (!there.contains(name)) {
          store.put(name, index.shard(snapshot.generation(), shard.shard()).resolve(file.name()));
          files++;
          bytes += file.length();
        }
      }
    }
    String id = snapshot.generation();
    Optional<Snapshot> before = snapshot(id);
    store.replace(SharedNames.generation(id), SnapshotJson.write(index.generation(id)));
    store.replace(SharedNames.snapshot(id), SnapshotJson.write(snapshot));
    store.replace(SharedNames.CURRENT, id);
    removeUnneeded(there, snapshot, before);
    return Optional.of(new Sent(snapshot.id(), files, bytes));
  }

  private boolean isThere(Snapshot snapshot) throws IOException {
    return store.read(SharedNames.CURRENT).filter(snapshot.generation()::equals).isPresent()
        && snapshot(snapshot.generation()).filter(snapshot::equals).isPresent();
  }

  private Optional<Snapshot> snapshot(String generation) throws IOException {
    Optional<String> json = store.read(SharedNames.snapshot(generation));
    return json.isEmpty()
        ? Optional.empty()
        : Optional.of(SnapshotJson.read(json.get(), Snapshot.class));
  }

  /** The snapshot before stays, for those who are fetching it just now. */
  private void removeUnneeded(Set<String> there, Snapshot now, Optional<Snapshot> before)
      throws IOException {
    Set<String> needed = new HashSet<>(SharedNames.files(now));
    before.ifPresent(snapshot -> needed.addAll(SharedNames.files(snapshot)));
    for (String name : there) {
      if (name.startsWith(now.generation() + "/shard-") && !needed.contains(name)) {
        store.delete(name);
      }
    }
  }
}
