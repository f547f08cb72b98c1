package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.share.FileSharedStore;
import io.xunbao.indexer.share.SharedStore;
import io.xunbao.indexer.share.SnapshotSharing;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.SnapshotStore;
import io.xunbao.indexer.write.ShardWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.jspecify.annotations.Nullable;

/**
 * A generation of the index as a Flink sink: at-least-once delivery, exactly-once effect.
 *
 * <p>Subtask i writes shard i. At a checkpoint each makes a full Lucene commit and puts its
 * identity into its state; all identities go to one committer, which publishes them together when
 * Flink says that the checkpoint is complete. After a failure each writer opens exactly the commit
 * of its state, and the sources are read again from the same checkpoint.
 *
 * <p>Lucene's own {@code prepareCommit} is no first phase of a two-phase commit: what it prepared
 * does not survive a crash.
 */
public final class IndexSink
    implements Sink<IndexChange>,
        SupportsWriterState<IndexChange, ShardCommit>,
        SupportsCommitter<ShardCommit>,
        SupportsPreCommitTopology<ShardCommit, ShardCommit> {
  private static final long serialVersionUID = 1;

  private final String index;
  private final String generation;
  private final int shards;
  private final boolean bounded;
  private final boolean ontoPublished;
  private final @Nullable String share;

  private IndexSink(
      IndexDirectory index,
      Generation generation,
      boolean bounded,
      boolean ontoPublished,
      @Nullable Path share) {
    this.index = index.root().toString();
    this.generation = generation.id();
    this.shards = generation.shards();
    this.bounded = bounded;
    this.ontoPublished = ontoPublished;
    this.share = share == null ? null : share.toString();
  }

  /** For a job that ends: what it publishes is served by whoever has awaited its end. */
  public static IndexSink ofBuild(IndexDirectory index, Generation generation) {
    return new IndexSink(index, generation, true, false, null);
  }

  /**
   * For a job that goes on for ever, into a generation that may have begun from files.
   *
   * @param ontoPublished whether a job that starts without state goes on from the published
   *     snapshot; otherwise it is refused where there is one
   * @param share folder of a shared store that every published snapshot is sent to, and that a
   *     writer is restored from where its shard is gone; null for none
   */
  public static IndexSink ofStream(
      IndexDirectory index, Generation generation, boolean ontoPublished, @Nullable Path share) {
    return new IndexSink(index, generation, false, ontoPublished, share);
  }

  /** Sends every change to the writer of its shard. */
  public DataStreamSink<IndexChange> drain(DataStream<IndexChange> changes) {
    DataStream<IndexChange> routed =
        shards == 1 && changes.getParallelism() == 1
            ? changes
            : changes.partitionCustom(new ShardPartitioner(), new ShardKey(shards));
    return routed.sinkTo(this).setParallelism(shards).name("index").uid("index");
  }

  @Override
  public StatefulSinkWriter<IndexChange, ShardCommit> createWriter(WriterInitContext context)
      throws IOException {
    return writer(context, writers(context).start(shard(context), ontoPublished));
  }

  @Override
  public StatefulSinkWriter<IndexChange, ShardCommit> restoreWriter(
      WriterInitContext context, Collection<ShardCommit> state) throws IOException {
    return writer(context, writers(context).restore(shard(context), state));
  }

  private ShardWriters writers(WriterInitContext context) throws IOException {
    int parallelism = context.getTaskInfo().getNumberOfParallelSubtasks();
    if (parallelism != shards) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s has %d shards, so the sink's parallelism must be %d, got %d",
              generation,
              shards,
              shards,
              parallelism));
    }
    return new ShardWriters(directory(), directory().generation(generation), store());
  }

  private IndexSinkWriter writer(WriterInitContext context, ShardWriter shard) throws IOException {
    return IndexSinkWriter.over(
        shard, directory().quarantine(generation), new Freshness(context.metricGroup()));
  }

  @Override
  public DataStream<CommittableMessage<ShardCommit>> addPreCommitTopology(
      DataStream<CommittableMessage<ShardCommit>> commits) {
    return commits.global();
  }

  /** All commits go to the first committer; the others have none, and so nothing to measure. */
  @Override
  public Committer<ShardCommit> createCommitter(CommitterInitContext context) {
    SnapshotStore snapshots = directory().snapshots(generation);
    if (context.getTaskInfo().getIndexOfThisSubtask() > 0) {
      return new SnapshotCommitter(snapshots, shards);
    }
    SnapshotCommitter publisher =
        new SnapshotCommitter(new CountedSnapshots(snapshots, context.metricGroup()), shards);
    if (bounded) {
      return publisher;
    }
    Committer<ShardCommit> serving = new ServeFirst(publisher, directory(), generation);
    SharedStore store = store();
    return store == null
        ? serving
        : new ShareSnapshots(
            serving,
            new SnapshotSharing(directory(), store),
            new ShareMetrics(context.metricGroup(), String.valueOf(share)));
  }

  private @Nullable SharedStore store() {
    return share == null ? null : FileSharedStore.at(Path.of(share));
  }

  @Override
  public SimpleVersionedSerializer<ShardCommit> getWriterStateSerializer() {
    return new ShardCommitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<ShardCommit> getCommittableSerializer() {
    return new ShardCommitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<ShardCommit> getWriteResultSerializer() {
    return new ShardCommitSerializer();
  }

  private static int shard(WriterInitContext context) {
    return context.getTaskInfo().getIndexOfThisSubtask();
  }

  private IndexDirectory directory() {
    return IndexDirectory.at(Path.of(index));
  }
}
