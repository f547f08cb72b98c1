package io.xunbao.indexer.snapshot;

class MemorySnapshotStoreTest extends SnapshotStoreContract {
  @Override
  SnapshotStore store() {
    return new MemorySnapshotStore("gen-1");
  }
}
