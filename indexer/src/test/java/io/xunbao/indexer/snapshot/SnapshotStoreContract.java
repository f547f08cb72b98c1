package io.xunbao.indexer.snapshot;

import static io.xunbao.indexer.snapshot.Commits.both;
import static io.xunbao.indexer.snapshot.Commits.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of {@link SnapshotStore}, run against every form of it. */
abstract class SnapshotStoreContract {
  /** An empty store of {@code gen-1}. */
  abstract SnapshotStore store() throws IOException;

  @Test
  void current_nothingPublished_isEmpty() throws IOException {
    assertThat(store().current()).isEmpty();
    assertThat(store().retained()).isEmpty();
  }

  @Test
  void publish_newCommits_becomeCurrent() throws IOException {
    SnapshotStore store = store();
    store.publish(both(3));
    store.publish(List.of(commit(1, 5), commit(0, 3)));
    assertThat(store.current())
        .contains(new Snapshot("gen-1", 2, List.of(commit(0, 3), commit(1, 5))));
  }

  @Test
  void publish_sameCommitsAgain_changesNothing() throws IOException {
    SnapshotStore store = store();
    Snapshot first = store.publish(both(3)).orElseThrow();
    assertThat(store.publish(both(3))).isEmpty();
    assertThat(store.retained()).containsExactly(first);
  }

  @Test
  void publish_olderCommits_changesNothing() throws IOException {
    SnapshotStore store = store();
    store.publish(both(3));
    Snapshot second = store.publish(both(4)).orElseThrow();
    assertThat(store.publish(both(3))).isEmpty();
    assertThat(store.current()).contains(second);
  }

  @Test
  void publish_commitsOfTwoStates_isRefused() throws IOException {
    SnapshotStore store = store();
    store.publish(both(3));
    assertThatThrownBy(() -> store.publish(List.of(commit(0, 4), commit(1, 2))))
        .isInstanceOf(StaleSnapshotException.class)
        .hasMessageContaining("newest checkpoint");
  }

  @Test
  void publish_anotherCommitOfTheSameName_isRefused() throws IOException {
    SnapshotStore store = store();
    store.publish(both(3));
    assertThatThrownBy(() -> store.publish(List.of(commit(0, 3, "other"), commit(1, 3))))
        .isInstanceOf(StaleSnapshotException.class);
  }

  @Test
  void publish_missingShard_isRefused() throws IOException {
    SnapshotStore store = store();
    store.publish(both(3));
    assertThatThrownBy(() -> store.publish(List.of(commit(0, 4))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 shards");
  }

  @Test
  void retained_manyPublished_areTheNewestThree() throws IOException {
    SnapshotStore store = store();
    for (int number = 1; number <= 9; number++) {
      store.publish(both(number));
    }
    assertThat(store.retained()).extracting(Snapshot::sequence).containsExactly(9L, 8L, 7L);
  }
}
