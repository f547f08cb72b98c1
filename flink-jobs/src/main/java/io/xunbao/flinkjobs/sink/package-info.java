/**
 * Flink into Lucene. {@link io.xunbao.flinkjobs.sink.IndexSink} commits every shard at every
 * checkpoint and publishes the commits of one checkpoint together, once the checkpoint is complete.
 */
@NullMarked
package io.xunbao.flinkjobs.sink;

import org.jspecify.annotations.NullMarked;
