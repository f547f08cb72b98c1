package io.xunbao.indexer.share;

import io.xunbao.indexer.snapshot.CorruptSnapshotException;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.SnapshotFile;
import io.xunbao.indexer.snapshot.SnapshotVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.util.IOUtils;

/**
 * The shards in a shared store, commit by commit: a writer that is restored where its shard is not
 * fetches just the files that its checkpoint names.
 */
public final class SharedShards {
  private final SharedStore store;
  private final IndexDirectory index;
  private final SnapshotVerifier verifier;

  /** Fetches into an index. */
  public SharedShards(SharedStore store, IndexDirectory index) {
    this(store, index, new SnapshotVerifier(index));
  }

  SharedShards(SharedStore store, IndexDirectory index, SnapshotVerifier verifier) {
    this.store = store;
    this.index = index;
    this.verifier = verifier;
  }

  /**
   * Fetches a commit with the refused records that belong to it.
   *
   * @throws IOException when the store does not hold all of its files; the message names the ways
   *     out
   */
  public void restore(String generation, ShardCommit commit) throws IOException {
    Set<String> there = store.list(generation + "/");
    long missing =
        SharedNames.files(generation, commit).stream()
            .filter(name -> !there.contains(name))
            .count();
    if (missing > 0) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%d of %d files of the commit %s of %s, which the checkpoint names, are neither in %s"
                  + " nor in %s. Either bring that folder back; or set the folder of %s aside, and"
                  + " the next start goes on from the snapshot that the store holds; or say `start:"
                  + " new-generation` to build a new one from the whole stream.",
              missing,
              commit.files().size(),
              commit,
              generation,
              index.shard(generation, commit.shard()),
              store,
              index));
    }
    fetch(generation, commit);
    new SharedQuarantine(store, index).fetch(generation, commit.quarantineBytes());
  }

  /** Fetches the files of a commit that are not here, or not whole. */
  void fetch(String generation, ShardCommit shard) throws IOException {
    Path folder = index.shard(generation, shard.shard());
    Files.createDirectories(folder);
    for (SnapshotFile file : SharedNames.largestFirst(shard)) {
      Path mine = folder.resolve(file.name());
      if (!verifier.isWhole(mine, file)) {
        Path draft = folder.resolve(file.name() + ".draft");
        store.get(SharedNames.file(generation, shard.shard(), file), draft);
        requireWhole(draft, mine, file);
        IOUtils.fsync(draft, false);
        Files.move(
            draft, mine, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    IOUtils.fsync(folder, true);
  }

  /** A damaged draft does not stay. */
  private void requireWhole(Path draft, Path mine, SnapshotFile file) throws IOException {
    try {
      verifier.requireWhole(draft, mine, file);
    } catch (CorruptSnapshotException damaged) {
      Files.deleteIfExists(draft);
      throw damaged;
    }
  }
}
