package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.flinkjobs.io.ProductFileSource;
import io.xunbao.flinkjobs.sink.IndexChange;
import io.xunbao.flinkjobs.sink.IndexChangeType;
import io.xunbao.flinkjobs.sink.IndexSink;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Products from files into a generation of the index: read, map and check in one operator, then to
 * the shard of the product's id. No keyed state is needed: the shard itself knows the versions of
 * its products, and is restored together with the job.
 */
public final class IndexProductsJob {
  private IndexProductsJob() {}

  /** Adds the job to an environment. */
  public static void build(
      StreamExecutionEnvironment environment,
      List<ProductFile> files,
      IndexDirectory index,
      Generation generation) {
    int readers = Math.min(files.size(), generation.shards());
    DataStream<IndexChange> changes =
        environment
            .fromSource(
                new ProductFileSource(files),
                WatermarkStrategy.noWatermarks(),
                "read and check",
                IndexChangeType.INSTANCE)
            .setParallelism(readers)
            .uid("products")
            .map(new CountRecords())
            .returns(IndexChangeType.INSTANCE)
            .setParallelism(readers)
            .name("count")
            .uid("count");
    new IndexSink(index, generation, false).drain(changes);
  }
}
