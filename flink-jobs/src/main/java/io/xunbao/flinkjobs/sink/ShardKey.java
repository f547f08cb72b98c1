package io.xunbao.flinkjobs.sink;

import org.apache.flink.api.java.functions.KeySelector;

/** The shard that a change goes to. */
final class ShardKey implements KeySelector<IndexChange, Integer> {
  private static final long serialVersionUID = 1;

  private final int shards;

  ShardKey(int shards) {
    this.shards = shards;
  }

  @Override
  public Integer getKey(IndexChange change) {
    return change.shard(shards);
  }
}
