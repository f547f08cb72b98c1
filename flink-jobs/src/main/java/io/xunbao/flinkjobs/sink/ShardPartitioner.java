package io.xunbao.flinkjobs.sink;

import org.apache.flink.api.common.functions.Partitioner;

/** Sends shard i to subtask i. */
final class ShardPartitioner implements Partitioner<Integer> {
  private static final long serialVersionUID = 1;

  @Override
  public int partition(Integer shard, int writers) {
    return shard % writers;
  }
}
