package io.xunbao.indexer.share;

class MemorySharedStoreTest extends SharedStoreContract {
  private final MemorySharedStore store = new MemorySharedStore();

  @Override
  SharedStore store() {
    return store;
  }
}
