package io.xunbao.indexer.quality;

class MemoryQuarantineTest extends QuarantineContract {
  @Override
  Quarantine open() {
    return new MemoryQuarantine();
  }
}
