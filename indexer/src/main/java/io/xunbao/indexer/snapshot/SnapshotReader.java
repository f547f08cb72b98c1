package io.xunbao.indexer.snapshot;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SoftDeletesDirectoryReaderWrapper;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Exactly one published snapshot, open for reading: all shards of one checkpoint. What is published
 * or deleted meanwhile does not change it. Closing it gives the files back once the last user has
 * left {@link #reader()} ({@link IndexReader#tryIncRef}, {@link IndexReader#decRef}).
 */
public final class SnapshotReader implements Closeable {
  /** The soft-deletes field that marks tombstones; the reader hides the documents that carry it. */
  public static final String TOMBSTONE = "_tombstone";

  private static final int ATTEMPTS = 20;

  private final IndexDirectory index;
  private final SnapshotVerifier verifier;
  private final Snapshot snapshot;
  private final List<DirectoryReader> shards;
  private final IndexReader reader;

  private SnapshotReader(
      IndexDirectory index,
      SnapshotVerifier verifier,
      Snapshot snapshot,
      List<DirectoryReader> shards)
      throws IOException {
    this.index = index;
    this.verifier = verifier;
    this.snapshot = snapshot;
    this.shards = shards;
    this.reader = new MultiReader(shards.toArray(IndexReader[]::new), false);
    for (DirectoryReader shard : shards) {
      shard.decRef();
    }
  }

  /**
   * Opens the current snapshot. Where its files are damaged, the newest whole snapshot before it in
   * the same generation is opened.
   *
   * @throws CorruptSnapshotException when no snapshot of the served generation is whole
   * @throws NothingPublishedException when there is none
   */
  public static SnapshotReader open(IndexDirectory index) throws IOException {
    return openCurrent(index, new SnapshotVerifier(index), null);
  }

  /** Opens the newest snapshot of a generation, served or not; else as {@link #open}. */
  public static SnapshotReader openNewest(IndexDirectory index, String generation)
      throws IOException {
    return openNewest(
        index, new SnapshotVerifier(index), null, () -> candidates(index, generation));
  }

  /** Opens a published snapshot of choice. */
  public static SnapshotReader open(IndexDirectory index, Snapshot snapshot) throws IOException {
    SnapshotVerifier verifier = new SnapshotVerifier(index);
    verifier.quick(snapshot);
    return open(index, verifier, snapshot, null);
  }

  /**
   * Opens one shard of a published snapshot with the tombstones that searches do not see. Deleted
   * and overwritten versions are not hard-live in it. Who opened it closes it.
   */
  public static DirectoryReader openWithTombstones(
      IndexDirectory index, String generation, ShardCommit shard) throws IOException {
    Directory directory = FSDirectory.open(index.shard(generation, shard.shard()));
    return DirectoryReader.open(new NamedCommit(directory, shard));
  }

  /**
   * The current snapshot where it is another one than this; segments that both have are shared.
   * This reader stays open: close it when its users have left.
   */
  public Optional<SnapshotReader> refresh() throws IOException {
    Optional<Snapshot> current = index.current();
    if (current.isEmpty() || current.get().sameCommits(snapshot)) {
      return Optional.empty();
    }
    SnapshotReader next = openCurrent(index, verifier, this);
    if (next.snapshot.sameCommits(snapshot)) {
      next.close();
      return Optional.empty();
    }
    return Optional.of(next);
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /** All shards as one reader. Close this object, not the reader. */
  public IndexReader reader() {
    return reader;
  }

  /**
   * A publish may overtake an open and delete the files of the snapshot: then the next one is due.
   */
  private static SnapshotReader openCurrent(
      IndexDirectory index, SnapshotVerifier verifier, @Nullable SnapshotReader previous)
      throws IOException {
    return openNewest(index, verifier, previous, () -> candidates(index));
  }

  private static SnapshotReader openNewest(
      IndexDirectory index,
      SnapshotVerifier verifier,
      @Nullable SnapshotReader previous,
      IOSupplier<List<Snapshot>> published)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      List<Snapshot> candidates = published.get();
      try {
        return openNewestWhole(index, verifier, candidates, previous);
      } catch (CorruptSnapshotException | NoSuchFileException | FileNotFoundException failure) {
        boolean overtaken = !published.get().getFirst().sameCommits(candidates.getFirst());
        if (!overtaken || attempt == ATTEMPTS) {
          throw failure;
        }
      }
    }
  }

  private static List<Snapshot> candidates(IndexDirectory index) throws IOException {
    Optional<String> served = index.served();
    if (served.isEmpty()) {
      throw new NothingPublishedException(index);
    }
    return candidates(index, served.get());
  }

  private static List<Snapshot> candidates(IndexDirectory index, String generation)
      throws IOException {
    List<Snapshot> retained = index.snapshots(generation).retained();
    if (retained.isEmpty()) {
      throw new NothingPublishedException(index);
    }
    return retained;
  }

  private static SnapshotReader openNewestWhole(
      IndexDirectory index,
      SnapshotVerifier verifier,
      List<Snapshot> newestFirst,
      @Nullable SnapshotReader previous)
      throws IOException {
    IOException first = null;
    for (Snapshot snapshot : newestFirst) {
      try {
        verifier.full(snapshot);
        verifier.forgetAllBut(newestFirst);
        return open(index, verifier, snapshot, previous);
      } catch (IOException damaged) {
        first = IOUtils.useOrSuppress(first, damaged);
      }
    }
    throw first == null ? new IOException("no snapshot in " + index) : first;
  }

  private static SnapshotReader open(
      IndexDirectory index,
      SnapshotVerifier verifier,
      Snapshot snapshot,
      @Nullable SnapshotReader previous)
      throws IOException {
    boolean shares =
        previous != null && previous.snapshot.generation().equals(snapshot.generation());
    List<DirectoryReader> opened = new ArrayList<>();
    boolean done = false;
    try {
      for (ShardCommit shard : snapshot.shards()) {
        DirectoryReader old =
            shares && previous != null ? previous.shards.get(shard.shard()) : null;
        opened.add(openShard(index, snapshot.generation(), shard, old));
      }
      done = true;
      return new SnapshotReader(index, verifier, snapshot, List.copyOf(opened));
    } finally {
      if (!done) {
        IOUtils.closeWhileHandlingException(opened);
      }
    }
  }

  /** The directory is not closed: it holds no handle, and refreshed readers go on using it. */
  private static DirectoryReader openShard(
      IndexDirectory index, String generation, ShardCommit shard, @Nullable DirectoryReader old)
      throws IOException {
    Directory directory =
        old == null ? FSDirectory.open(index.shard(generation, shard.shard())) : old.directory();
    IndexCommit commit = new NamedCommit(directory, shard);
    if (old == null) {
      return new SoftDeletesDirectoryReaderWrapper(DirectoryReader.open(commit), TOMBSTONE);
    }
    DirectoryReader changed = DirectoryReader.openIfChanged(old, commit);
    if (changed == null) {
      old.incRef();
      return old;
    }
    return changed;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
