package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.snapshot.ShardCommit;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;

/** What Flink hands to a committer. */
final class Requests {
  private Requests() {}

  static List<CommitRequest<ShardCommit>> of(ShardCommit... commits) {
    return of(Arrays.asList(commits));
  }

  static List<CommitRequest<ShardCommit>> of(List<ShardCommit> commits) {
    return commits.stream().<CommitRequest<ShardCommit>>map(Request::new).toList();
  }

  /** A request whose answer is not looked at: a commit that does not throw is done. */
  private record Request(ShardCommit getCommittable) implements CommitRequest<ShardCommit> {
    @Override
    public int getNumberOfRetries() {
      return 0;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
      throw new AssertionError(reason);
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      throw new AssertionError(reason);
    }

    @Override
    public void retryLater() {
      throw new AssertionError("no retry expected");
    }

    @Override
    public void updateAndRetryLater(ShardCommit commit) {
      throw new AssertionError("no retry expected");
    }

    @Override
    public void signalAlreadyCommitted() {
      throw new AssertionError("not asked for");
    }
  }
}
