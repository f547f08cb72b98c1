package io.xunbao.indexer.share;

import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotFile;
import io.xunbao.indexer.snapshot.SnapshotJson;
import io.xunbao.indexer.snapshot.SnapshotVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
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
  private final SharedWords words;
  private final SharedQuarantine quarantine;

  public SnapshotSharing(IndexDirectory index, SharedStore store) {
    this.index = index;
    this.store = store;
    this.verifier = new SnapshotVerifier(index);
    this.words = new SharedWords(store, index);
    this.quarantine = new SharedQuarantine(store, index);
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
   * Sends the published words and the served snapshot; empty where the store has it, or nothing is
   * served. Files that a writer removes meanwhile end it with an error: the next call goes on, for
   * what was sent stays. The largest go first, since they live longest.
   *
   * @throws io.xunbao.indexer.snapshot.CorruptSnapshotException when a file of it is damaged here:
   *     nothing is made visible then
   * @throws IOException when the store holds what this index has never been: another machine has
   *     written there
   */
  public Optional<Sent> send() throws IOException {
    Optional<Snapshot> served = index.current();
    if (served.isEmpty()) {
      return Optional.empty();
    }
    words.send();
    if (isThere(served.get())) {
      return Optional.empty();
    }
    Snapshot snapshot = served.get();
    String id = snapshot.generation();
    Optional<Snapshot> before = snapshot(id);
    if (before.isPresent()) {
      requireBehind(before.get(), snapshot);
    }
    verifier.full(snapshot);
    Set<String> there = store.list(id + "/");
    Sent sent = sendFiles(snapshot, there);
    quarantine.send(id, snapshot.quarantineBytes());
    store.replace(SharedNames.generation(id), SnapshotJson.write(index.generation(id)));
    store.replace(SharedNames.snapshot(id), SnapshotJson.write(snapshot));
    store.replace(SharedNames.CURRENT, id);
    removeUnneeded(there, snapshot, before);
    verifier.forgetAllBut(index.snapshots(id).retained());
    return Optional.of(sent);
  }

  private Sent sendFiles(Snapshot snapshot, Set<String> there) throws IOException {
    int files = 0;
    long bytes = 0;
    for (ShardCommit shard : snapshot.shards()) {
      Path folder = index.shard(snapshot.generation(), shard.shard());
      for (SnapshotFile file : SharedNames.largestFirst(shard)) {
        String name = SharedNames.file(snapshot.generation(), shard.shard(), file);
        if (!there.contains(name)) {
          store.put(name, folder.resolve(file.name()));
          files++;
          bytes += file.length();
        }
      }
    }
    return new Sent(snapshot.id(), files, bytes);
  }

  /** The number of a generation that a store has none of yet, nor of any after it. */
  public static int nextNumber(SharedStore store) throws IOException {
    return store.list("gen-").stream()
            .filter(name -> name.matches("gen-\\d{1,9}/generation\\.json"))
            .mapToInt(name -> Integer.parseInt(name.substring(4, name.indexOf('/'))))
            .max()
            .orElse(0)
        + 1;
  }

  /** Numbers of commits only grow: what is ahead of this index was written by another one. */
  private void requireBehind(Snapshot theirs, Snapshot mine) throws IOException {
    boolean behind = theirs.shards().size() == mine.shards().size();
    for (int i = 0; behind && i < mine.shards().size(); i++) {
      ShardCommit there = theirs.shards().get(i);
      ShardCommit here = mine.shards().get(i);
      behind = there.number() < here.number() || there.sameCommit(here);
    }
    if (!behind) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s holds %s with the commits %s, which %s has never been at: another machine has"
                  + " written there. Either go on from the store in an empty folder, or name"
                  + " another store.",
              store,
              theirs.generation(),
              theirs.shards(),
              index));
    }
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
