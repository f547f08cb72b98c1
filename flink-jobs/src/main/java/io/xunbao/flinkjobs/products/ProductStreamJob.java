package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.KafkaIn;
import io.xunbao.flinkjobs.io.KafkaOut;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.run.StreamJob;
import io.xunbao.flinkjobs.sink.IndexSink;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job that keeps an index equal to the topic {@code products}. */
public final class ProductStreamJob implements StreamJob {
  private static final String NAME = "index-products";

  private final KafkaSettings kafka;
  private final TopicNames names;
  private final StreamTarget into;
  private final StreamPlan plan;
  private final Path checkpoints;

  private ProductStreamJob(
      KafkaSettings kafka, TopicNames names, StreamTarget into, StreamPlan plan, Path checkpoints) {
    this.kafka = kafka;
    this.names = names;
    this.into = into;
    this.plan = plan;
    this.checkpoints = checkpoints;
  }

  /**
   * Finds out where the job goes on: at its newest checkpoint; without one at the published
   * snapshot; without that in a new generation. An index that is not here is fetched from the
   * shared store, and the job goes on at the positions of its snapshot.
   *
   * @param into the index and how it may be begun
   * @param checkpoints folder of all generations' checkpoints
   * @throws BuildRefusedException when state is missing; the message names the ways out
   */
  public static ProductStreamJob plan(
      KafkaSettings kafka, TopicNames names, StreamTarget into, Path checkpoints)
      throws IOException {
    CheckpointFolders folders = new CheckpointFolders(checkpoints);
    StreamPlan plan = StreamPlan.make(into, names, folders);
    return new ProductStreamJob(kafka, names, into, plan, folders.of(plan.generation()).folder());
  }

  /**
   * The job that brings a generation beside the served one up to the stream, under a consumer group
   * of its own.
   *
   * @param stream the topics, and the folder of all generations' checkpoints
   */
  static ProductStreamJob beside(CatchUpStream stream, IndexDirectory index, Generation generation)
      throws IOException {
    CheckpointFolders folders = new CheckpointFolders(stream.checkpoints());
    return new ProductStreamJob(
        stream.kafka(),
        stream.names(),
        new StreamTarget(index, generation.shards(), StartRule.PUBLISHED),
        StreamPlan.onto(index, generation, folders),
        folders.of(generation).folder());
  }

  /** The consumer group under which Kafka sees how far a generation is. */
  static String group(Generation generation) {
    return "xunbao-" + NAME + "-" + generation.id();
  }

  /** The generation that it writes to. */
  public Generation generation() {
    return plan.generation();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Path checkpoints() {
    return checkpoints;
  }

  @Override
  public Optional<Path> from() {
    return plan.checkpoint();
  }

  @Override
  public void build(StreamExecutionEnvironment environment) {
    IndexProductsJob.buildStream(
        KafkaIn.unbounded(environment, kafka, names, group(plan.generation())),
        new KafkaOut(kafka, names),
        IndexSink.ofStream(into.index(), plan.generation(), plan.ontoPublished(), into.share()),
        topic -> plan.start(names, topic));
  }
}
