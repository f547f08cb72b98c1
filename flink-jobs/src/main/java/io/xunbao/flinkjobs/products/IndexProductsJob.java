package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.DeadLetter;
import io.xunbao.flinkjobs.io.DecodedStream;
import io.xunbao.flinkjobs.io.KafkaIn;
import io.xunbao.flinkjobs.io.KafkaOut;
import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.flinkjobs.io.ProductFileSource;
import io.xunbao.flinkjobs.io.Start;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.sink.Change;
import io.xunbao.flinkjobs.sink.IndexChange;
import io.xunbao.flinkjobs.sink.IndexChangeType;
import io.xunbao.flinkjobs.sink.IndexSink;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.write.Version;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Products into a generation of the index, from files to their end or from Kafka for ever: read,
 * map and check, then to the shard of the product's id. No keyed state is needed: the shard itself
 * knows the versions of its products, and is restored together with the job.
 */
public final class IndexProductsJob {
  private IndexProductsJob() {}

  /** Adds the bounded job to an environment. */
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
    IndexSink.ofBuild(index, generation).drain(changes);
  }

  /**
   * Adds the unbounded job to the environment of {@code in}: {@code products} as versions and
   * deletes, {@code product-stats} as changes of numbers, and what is refused into the generation's
   * quarantine file and the topic {@code products-rejected}. The quarantine file keeps step with
   * the index, so a record is in it once; the topic gets it at least once, under the key of its
   * position.
   *
   * @param start where to begin in each topic without state
   */
  static void buildStream(KafkaIn in, KafkaOut out, IndexSink sink, Function<Topic, Start> start) {
    DecodedStream<IndexChange> products =
        in.read(
            Topic.PRODUCTS,
            start.apply(Topic.PRODUCTS),
            new ProductMessages(),
            IndexChangeType.INSTANCE,
            WatermarkStrategy.noWatermarks());
    DecodedStream<IndexChange> stats =
        in.read(
            Topic.PRODUCT_STATS,
            start.apply(Topic.PRODUCT_STATS),
            new StatsMessages(),
            IndexChangeType.INSTANCE,
            WatermarkStrategy.noWatermarks());
    DataStream<DeadLetter> refused = products.refused().union(stats.refused());
    out.deadLetters(refused, Topic.PRODUCTS_REJECTED);
    DataStream<IndexChange> refusals =
        products
            .refused()
            .map(IndexProductsJob::refusal)
            .returns(IndexChangeType.INSTANCE)
            .name("refusals")
            .uid("refusals");
    sink.drain(products.records().union(stats.records(), refusals));
  }

  static IndexChange refusal(DeadLetter letter) {
    return new IndexChange(
        letter.source(),
        letter.offset(),
        Version.inStream(letter.offset()),
        0,
        new Change.Refusal(letter.toJson()));
  }
}
