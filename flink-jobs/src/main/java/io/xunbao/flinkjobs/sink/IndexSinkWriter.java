package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.write.ShardWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** One shard inside a sink subtask: a full Lucene commit at every checkpoint. */
final class IndexSinkWriter
    implements CommittingSinkWriter<IndexChange, ShardCommit>,
        StatefulSinkWriter<IndexChange, ShardCommit> {
  private final ShardWriter shard;
  private final @Nullable QuarantineLog quarantine;
  private final Freshness freshness;
  private boolean endOfInput;
  private @Nullable ShardCommit last;

  private IndexSinkWriter(
      ShardWriter shard, @Nullable QuarantineLog quarantine, Freshness freshness) {
    this.freshness = freshness;
    this.shard = shard;
    this.quarantine = quarantine;
  }

  /**
   * A writer over a shard, which is given back where this fails: a task that is cancelled while it
   * opens its files would otherwise keep the shard from every later attempt in its process.
   *
   * @param quarantine file of the refused records, which go to the first shard
   */
  static IndexSinkWriter over(ShardWriter shard, Path quarantine, Freshness freshness)
      throws IOException {
    if (shard.number() > 0) {
      return new IndexSinkWriter(shard, null, freshness);
    }
    try {
      QuarantineLog log = QuarantineLog.openAt(quarantine, shard.quarantineBytes());
      return new IndexSinkWriter(shard, log, freshness);
    } catch (IOException | RuntimeException failure) {
      IOUtils.closeWhileHandlingException(shard);
      throw failure;
    }
  }

  @Override
  public void write(IndexChange change, Context context) throws IOException {
    switch (change.change()) {
      case Change.Upsert upsert -> shard.upsert(upsert.product(), change.order());
      case Change.Delete delete -> shard.delete(delete.id(), delete.version());
      case Change.Numbers numbers -> shard.updateNumbers(numbers.id(), numbers.values());
      case Change.Refusal refusal -> refuse(refusal.line());
    }
    shard.position(change.source(), change.record() + 1);
    Long at = context.timestamp();
    if (at != null) {
      freshness.written(at);
    }
  }

  private void refuse(String line) throws IOException {
    if (quarantine == null) {
      throw new IllegalStateException("a refused record reached a shard without quarantine");
    }
    quarantine.append(line);
    shard.quarantined(quarantine.length());
  }

  @Override
  public void flush(boolean endOfInput) {
    this.endOfInput |= endOfInput;
  }

  @Override
  public Collection<ShardCommit> prepareCommit() throws IOException {
    if (quarantine != null) {
      quarantine.sync();
    }
    last = shard.commit(endOfInput);
    freshness.committed();
    return List.of(last);
  }

  @Override
  public List<ShardCommit> snapshotState(long checkpointId) {
    return last == null ? List.of() : List.of(last);
  }

  @Override
  public void close() throws Exception {
    try {
      shard.close();
    } finally {
      if (quarantine != null) {
        quarantine.close();
      }
    }
  }
}
