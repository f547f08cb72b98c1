package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;

/**
 * Serves a generation that a stream feeds as soon as it has a snapshot, where nothing is served
 * yet. Beside a served generation it stays unserved until somebody swaps them.
 */
final class ServeFirst implements Committer<ShardCommit> {
  private final Committer<ShardCommit> publisher;
  private final IndexDirectory index;
  private final String generation;
  private boolean served;

  ServeFirst(Committer<ShardCommit> publisher, IndexDirectory index, String generation) {
    this.publisher = publisher;
    this.index = index;
    this.generation = generation;
  }

  @Override
  public void commit(Collection<CommitRequest<ShardCommit>> requests)
      throws IOException, InterruptedException {
    publisher.commit(requests);
    if (served) {
      return;
    }
    served = index.served().isPresent();
    if (!served && index.snapshots(generation).current().isPresent()) {
      index.serve(generation);
      served = true;
    }
  }

  @Override
  public void close() throws Exception {
    publisher.close();
  }
}
