package io.xunbao.flinkjobs.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunbao.indexer.share.FileSharedStore;
import io.xunbao.indexer.share.SnapshotReplica;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A machine that has nothing but the shared store. */
public final class FollowingReplica {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final IndexDirectory index;
  private final SnapshotReplica follower;

  /**
   * @param folder of its own
   */
  public FollowingReplica(Path store, Path folder) {
    this.index = IndexDirectory.at(folder);
    this.follower = new SnapshotReplica(FileSharedStore.at(store), index);
  }

  /** Waits until it serves a generation with just these titles, by id. */
  public void awaitServing(String generation, Titles titles) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class) // the store moves on under the replica
        .untilAsserted(
            () -> {
              follower.follow();
              assertThat(index.served()).contains(generation);
              assertThat(IndexContent.titles(index)).isEqualTo(titles.now());
            });
  }

  /** What is expected, asked anew each time. */
  public interface Titles {
    Map<String, String> now() throws IOException;
  }
}
