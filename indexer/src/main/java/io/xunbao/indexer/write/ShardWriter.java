package io.xunbao.indexer.write;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductStatus;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexInUseException;
import io.xunbao.indexer.snapshot.IndexLock;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.ShardTally;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotReader;
import io.xunbao.indexer.snapshot.SnapshotStore;
import io.xunbao.indexer.snapshot.StaleSnapshotException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SoftDeletesRetentionMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.ThreadInterruptedException;
import org.jspecify.annotations.Nullable;

/**
 * Writes one shard of a generation. Of all versions of a product the newest stays, whatever the
 * order of arrival, also across restarts: the index itself remembers the versions, those of deleted
 * products as tombstones that no reader sees.
 *
 * <p>{@link #commit} makes everything so far durable and gives it a name; {@link #openAt} goes back
 * to exactly such a commit. One thread writes.
 */
public final class ShardWriter implements Closeable {
  private final Generation generation;
  private final int number;
  private final ShardSettings settings;
  private final Path path;
  private final Directory directory;
  private final IndexWriter writer;
  private final KnownVersions versions;
  private final ShardCommits commits;
  private final Map<String, Long> positions = new HashMap<>();
  private ShardTally tally;
  private long quarantineBytes;
  private @Nullable ShardCommit last;
  private boolean changed;

  private ShardWriter(
      Generation generation,
      ShardSettings settings,
      Path path,
      IndexWriter writer,
      ShardCommits commits,
      @Nullable ShardCommit from)
      throws IOException {
    this.generation = generation;
    this.number = commits.shard();
    this.settings = settings;
    this.path = path;
    this.directory = writer.getDirectory();
    this.writer = writer;
    this.versions = new KnownVersions(writer);
    this.commits = commits;
    this.last = from;
    this.tally = from == null ? ShardTally.ZERO : from.tally();
    this.quarantineBytes = from == null ? 0 : from.quarantineBytes();
    if (from != null) {
      positions.putAll(from.positions());
    }
  }

  /**
   * Begins a shard that has never been published; what an unfinished attempt left is removed.
   *
   * @throws IOException when the generation has published snapshots, which this would destroy
   */
  public static ShardWriter create(
      IndexDirectory index, Generation generation, int shard, ShardSettings settings)
      throws IOException {
    Optional<Snapshot> published = index.snapshots(generation.id()).current();
    if (published.isPresent()) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              """
              %s in %s is published already, and the job starts without the state that belongs to it. \
              Either start a new generation, or upsert onto the published snapshot.\
              """,
              generation.id(),
              index));
    }
    return open(index, generation, shard, settings, null);
  }

  /**
   * Goes back to a commit: everything written after it is forgotten.
   *
   * @throws StaleSnapshotException when a newer commit is published, which this would take back
   */
  public static ShardWriter openAt(
      IndexDirectory index, Generation generation, ShardCommit from, ShardSettings settings)
      throws IOException {
    Optional<Snapshot> published = index.snapshots(generation.id()).current();
    if (published.isPresent()
        && published.get().shards().get(from.shard()).number() > from.number()) {
      throw new StaleSnapshotException(from.toString(), published.get());
    }
    return open(index, generation, from.shard(), settings, from);
  }

  private static ShardWriter open(
      IndexDirectory index,
      Generation generation,
      int shard,
      ShardSettings settings,
      @Nullable ShardCommit from)
      throws IOException {
    Path path = index.shard(generation.id(), shard);
    Directory directory = settings.directory().apply(FSDirectory.open(path));
    SnapshotStore snapshots = index.snapshots(generation.id());
    IndexWriter writer = null;
    try {
      ShardCommits commits = new ShardCommits(shard, directory);
      IndexWriterConfig config = config(settings, new RetainedCommits(shard, snapshots));
      if (from == null) {
        config.setOpenMode(OpenMode.CREATE);
      } else {
        config.setOpenMode(OpenMode.APPEND).setIndexCommit(commits.find(from));
      }
      writer = new IndexWriter(directory, config);
      return new ShardWriter(generation, settings, path, writer, commits, from);
    } catch (LockObtainFailedException held) {
      IOUtils.closeWhileHandlingException(directory);
      throw (IOException) new IndexInUseException(path, IndexLock.owner(index)).initCause(held);
    } catch (IOException failure) {
      IOUtils.closeWhileHandlingException(writer, directory);
      throw explain(path, failure);
    }
  }

  private static IndexWriterConfig config(ShardSettings settings, RetainedCommits retained) {
    TieredMergePolicy merges = new TieredMergePolicy();
    return new IndexWriterConfig(settings.analyzer())
        .setIndexDeletionPolicy(retained)
        .setSoftDeletesField(SnapshotReader.TOMBSTONE)
        .setMergePolicy(
            new SoftDeletesRetentionMergePolicy(
                SnapshotReader.TOMBSTONE, () -> MatchAllDocsQuery.INSTANCE, merges))
        .setRAMBufferSizeMB(settings.bufferMegabytes())
        .setUseCompoundFile(false)
        .setCommitOnClose(false);
  }

  /** Which shard of the generation this is, from 0. */
  public int number() {
    return number;
  }

  /** Where the record stood that comes next, so that a commit can say how far a source was read. */
  public void position(String source, long next) {
    positions.merge(source, next, Math::max);
  }

  /**
   * Writes a version of a product; {@link ProductStatus#DELETED} deletes it.
   *
   * @param order the record's place, see {@link Version}
   */
  public Outcome upsert(Product product, long order) throws IOException {
    Version version = Version.of(product, order);
    if (product.status() == ProductStatus.DELETED) {
      return write(product.id(), version, true, tombstone(product.id()));
    }
    return write(product.id(), version, false, product);
  }

  /** Deletes a product, unless the index has a newer version of it. */
  public Outcome delete(String id, Version version) throws IOException {
    return write(id, version, true, tombstone(id));
  }

  private Outcome write(String id, Version version, boolean tombstone, Object content)
      throws IOException {
    KnownVersions.Known known = versions.get(id);
    changed = true;
    if (known != null && known.version().compareTo(version) >= 0) {
      tally = tally.plus(new ShardTally(1, 0, 1, 0, 0));
      return Outcome.LATE;
    }
    Document document =
        content instanceof Product product
            ? settings.documents().apply(product)
            : (Document) content;
    Map<String, Long> numbers = known == null || tombstone ? Map.of() : known.numbers();
    ProductNumbers.apply(document, numbers);
    stamp(document, version, tombstone);
    try {
      if (known == null) {
        writer.addDocument(document);
      } else {
        writer.updateDocument(new Term(IndexSchema.ID, id), document);
      }
    } catch (IOException failure) {
      throw explain(path, failure);
    }
    tally = tally.plus(effect(known, tombstone));
    versions.put(id, new KnownVersions.Known(version, tombstone, numbers));
    return Outcome.WRITTEN;
  }

  private static ShardTally effect(KnownVersions.@Nullable Known known, boolean tombstone) {
    boolean wasLive = known != null && !known.tombstone();
    boolean wasDead = known != null && known.tombstone();
    int live = (tombstone ? 0 : 1) - (wasLive ? 1 : 0);
    int dead = (tombstone ? 1 : 0) - (wasDead ? 1 : 0);
    return new ShardTally(1, live, known == null ? 0 : 1, dead, 0);
  }

  private static Document tombstone(String id) {
    Document document = ProductDocuments.withId(id);
    document.add(new NumericDocValuesField(SnapshotReader.TOMBSTONE, 1));
    return document;
  }

  private static void stamp(Document document, Version version, boolean tombstone) {
    if (tombstone) {
      document.add(new NumericDocValuesField(IndexSchema.UPDATED_AT, version.updatedAt()));
    }
    document.add(new NumericDocValuesField(KnownVersions.ORDER, version.order()));
  }

  /** Whether the newest version of a product is there, and did not delete it. */
  boolean holds(String id) throws IOException {
    KnownVersions.Known known = versions.get(id);
    return known != null && !known.tombstone();
  }

  /**
   * Changes numbers of a product without analysing it again; its next versions keep them. Nothing
   * happens where the product is not in the index.
   *
   * @param numbers new values by field, of {@link IndexSchema#UPDATABLE_FIELDS}
   * @return whether the product is in the index
   */
  public boolean updateNumbers(String id, Map<String, Long> numbers) throws IOException {
    for (String field : numbers.keySet()) {
      if (!IndexSchema.UPDATABLE_FIELDS.contains(field)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "only %s can be updated, got %s",
                IndexSchema.UPDATABLE_FIELDS,
                field));
      }
    }
    KnownVersions.Known known = versions.get(id);
    if (known == null || known.tombstone() || numbers.isEmpty()) {
      return false;
    }
    KnownVersions.Known now = known.with(numbers);
    if (now.numbers().equals(known.numbers())) {
      return true; // statistics often come again with the same numbers
    }
    changed = true;
    try {
      writer.updateDocValues(new Term(IndexSchema.ID, id), ProductNumbers.updates(now.numbers()));
    } catch (IOException failure) {
      throw explain(path, failure);
    }
    versions.put(id, now);
    return true;
  }

  /**
   * Analyses products again, by this writer's analyzer. Their versions and numbers stay.
   *
   * @param queries match the products as the index holds them
   * @return how many products were written
   */
  public int rewrite(List<Query> queries) throws IOException {
    changed = true;
    try {
      return new Rewriting(writer, settings.documents()).rewrite(queries);
    } catch (IOException failure) {
      throw explain(path, failure);
    }
  }

  /**
   * Counts a record that was refused.
   *
   * @param quarantineBytes length of the quarantine file with it
   */
  public void quarantined(long quarantineBytes) {
    changed = true;
    this.quarantineBytes = quarantineBytes;
    tally = tally.plus(new ShardTally(1, 0, 0, 0, 1));
  }

  /** Length of the quarantine file that belongs to what was written so far. */
  public long quarantineBytes() {
    return quarantineBytes;
  }

  /** What became of the records received so far. */
  public ShardTally tally() {
    return tally;
  }

  /**
   * Makes everything so far durable. Without any change since the last commit that one is returned.
   *
   * @param finished whether the input has ended
   */
  public ShardCommit commit(boolean finished) throws IOException {
    if (last != null && !changed && last.finished() == finished) {
      return last;
    }
    CommitNotes notes =
        new CommitNotes(
            generation.id(),
            generation.lexiconVersion(),
            positions,
            tally,
            quarantineBytes,
            finished);
    try {
      if (finished) {
        writer.forceMerge(1); // Nothing more comes soon, and each segment costs every query.
      }
      writer.setLiveCommitData(notes.toUserData().entrySet());
      writer.commit();
      versions.refresh();
      last = commits.describe(DirectoryReader.listCommits(directory).getLast());
    } catch (IOException failure) {
      throw explain(path, failure);
    }
    changed = false;
    return last;
  }

  /** The newest commit of a shard; empty before the first. */
  public static Optional<ShardCommit> newestCommit(
      IndexDirectory index, Generation generation, int shard) throws IOException {
    try (Directory directory = FSDirectory.open(index.shard(generation.id(), shard))) {
      return new ShardCommits(shard, directory).newest();
    }
  }

  /** Whether a shard's folder still has a commit, so that it can be opened at it. */
  public static boolean holds(IndexDirectory index, Generation generation, ShardCommit commit)
      throws IOException {
    Path folder = index.shard(generation.id(), commit.shard());
    try (Directory directory = FSDirectory.open(folder)) {
      return new ShardCommits(commit.shard(), directory).holds(commit);
    }
  }

  private static IOException explain(Path path, IOException failure) {
    return DiskFullException.isDiskFull(failure) && !(failure instanceof DiskFullException)
        ? new DiskFullException(path, failure)
        : failure;
  }

  /**
   * Gives up what was not committed. The interrupt of a cancelled task closes the channel of
   * Lucene's lock; then Lucene deletes nothing any more, gives the lock back, and the next writer
   * clears up.
   */
  @Override
  public void close() throws IOException {
    try {
      IOUtils.close(versions, writer::rollback);
    } catch (AlreadyClosedException
        | ClosedChannelException
        | ThreadInterruptedException interrupted) {
      if (writer.isOpen()) {
        throw interrupted;
      }
      Thread.currentThread().interrupt();
    } finally {
      directory.close();
    }
  }
}
