package io.xunbao.benchmarks.streams;

import io.xunbao.benchmarks.indexing.BareIndex;
import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.Decoded;
import io.xunbao.flinkjobs.io.KafkaIn;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Start;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.products.ProductStreamJob;
import io.xunbao.flinkjobs.products.StartRule;
import io.xunbao.flinkjobs.products.StreamTarget;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.LocalCluster;
import io.xunbao.flinkjobs.run.RunningJob;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.lucene.util.IOUtils;

/**
 * Products a second from the topic into the published index, through the streaming job as {@code
 * run} sets it (checks, two shards, a commit and a snapshot at each checkpoint), beside one bare
 * IndexWriter that is handed the same products in memory, and a Flink job that reads the same topic
 * and does nothing. The streaming job's time runs from before it is submitted until a published
 * snapshot has all products.
 *
 * <p>Arguments: a product file, its mapping, copies of the products (default 2), rounds (default 3;
 * the first warms up) and milliseconds between checkpoints (default 500).
 */
final class ProductThroughput {
  private static final int SHARDS = 2;

  private final Path folder;
  private final KafkaSettings kafka;
  private final List<Product> products;
  private final Duration checkpoints;

  private ProductThroughput(
      Path folder, KafkaSettings kafka, List<Product> products, Duration checkpoints) {
    this.folder = folder;
    this.kafka = kafka;
    this.products = products;
    this.checkpoints = checkpoints;
  }

  public static void main(String[] args) throws Exception {
    int copies = args.length > 2 ? Integer.parseInt(args[2]) : 2;
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 3;
    long millis = args.length > 4 ? Long.parseLong(args[4]) : 500;
    List<Product> products =
        BareIndex.products(Path.of(args[0]), ProductMapping.load(Path.of(args[1])), copies);
    Path folder = Files.createTempDirectory("xunbao-products");
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(folder.resolve("broker"), EmbeddedBroker.FREE_PORT)) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), SHARDS, 1);
      ProductThroughput benchmark =
          new ProductThroughput(folder, kafka, products, Duration.ofMillis(millis));
      benchmark.send();
      for (int round = 1; round <= rounds; round++) {
        benchmark.round(round);
      }
    } finally {
      IOUtils.rm(folder);
    }
  }

  private void round(int round) throws Exception {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    double bare = rate(BareIndex.seconds(folder.resolve("bare-" + round), products));
    double nothing = rate(nothing());
    double stream = rate(stream(round));
    System.out.printf(
        Locale.ROOT,
        "round %d (load of the machine before %.1f): %,d products; bare IndexWriter %,.0f/s; Kafka"
            + " to nothing %,.0f/s; Kafka to the published index %,.0f/s: %.2f of bare, %.3f of"
            + " nothing%n",
        round,
        load,
        products.size(),
        bare,
        nothing,
        stream,
        stream / bare,
        stream / nothing);
  }

  private double rate(double seconds) {
    return products.size() / seconds;
  }

  private void send() {
    Properties properties = kafka.properties();
    properties.put("linger.ms", "20");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      for (Product product : products) {
        producer.send(
            new ProducerRecord<>(
                Topic.PRODUCTS.standardName(), product.id(), ProductJson.write(product)));
      }
    }
  }

  private double nothing() throws Exception {
    StreamExecutionEnvironment flink = ShopperStack.flink(SHARDS);
    KafkaIn.bounded(flink, kafka, TopicNames.STANDARD, "nothing")
        .read(
            Topic.PRODUCTS,
            new Start.Earliest(),
            message -> Decoded.of(String.valueOf(message.valueText())),
            Types.STRING,
            WatermarkStrategy.noWatermarks())
        .records()
        .sinkTo(new DiscardingSink<>());
    long start = System.nanoTime();
    flink.execute("nothing");
    return since(start);
  }

  private double stream(int round) throws Exception {
    IndexDirectory index = IndexDirectory.at(folder.resolve("index-" + round));
    try (LocalCluster cluster = LocalCluster.start(SHARDS)) {
      long start = System.nanoTime();
      ProductStreamJob job =
          ProductStreamJob.plan(
              kafka,
              TopicNames.STANDARD,
              new StreamTarget(index, SHARDS, StartRule.REFUSE),
              folder.resolve("checkpoints-" + round));
      RunningJob running = cluster.submit(job, new JobSettings(checkpoints, SHARDS));
      while (published(index) < products.size()) {
        if (running.ended()) {
          throw new IOException("the job ended before the index had all products");
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      return since(start);
    }
  }

  private static long published(IndexDirectory index) throws IOException {
    return index.current().map(Snapshot::documents).orElse(0L);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
