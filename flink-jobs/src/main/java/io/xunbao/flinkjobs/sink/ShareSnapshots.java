package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.share.SnapshotSender;
import io.xunbao.indexer.share.SnapshotSharing;
import io.xunbao.indexer.snapshot.ShardCommit;
import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;

/**
 * Sends what is published to a shared store, beside the committer: publishing never waits for the
 * store, nor fails with it.
 */
final class ShareSnapshots implements Committer<ShardCommit> {
  private final Committer<ShardCommit> publisher;
  private final SnapshotSender sender;

  ShareSnapshots(
      Committer<ShardCommit> publisher, SnapshotSharing sharing, SnapshotSender.Observer observer) {
    this.publisher = publisher;
    this.sender = SnapshotSender.start(sharing, observer);
  }

  @Override
  public void commit(Collection<CommitRequest<ShardCommit>> requests)
      throws IOException, InterruptedException {
    publisher.commit(requests);
    sender.offer();
  }

  @Override
  public void close() throws Exception {
    try {
      publisher.close();
    } finally {
      sender.close();
    }
  }
}
