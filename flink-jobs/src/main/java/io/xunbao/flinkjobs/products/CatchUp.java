package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicOffsets;
import io.xunbao.flinkjobs.run.LocalCluster;
import io.xunbao.flinkjobs.run.RunningJob;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.util.IOUtils;

/**
 * Feeds a generation beside the served one from the stream, in a job of its own, until it is as far
 * as the stream was a moment ago. What comes later is read by the job that goes on after the swap.
 */
final class CatchUp implements Closeable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** A transaction ends with a marker, which takes an offset and which no reader ever sees. */
  private static final long MARKER = 1;

  private final IndexDirectory index;
  private final Generation generation;
  private final TopicOffsets offsets;
  private final LocalCluster cluster;
  private final RunningJob job;

  private CatchUp(
      IndexDirectory index,
      Generation generation,
      TopicOffsets offsets,
      LocalCluster cluster,
      RunningJob job) {
    this.index = index;
    this.generation = generation;
    this.offsets = offsets;
    this.cluster = cluster;
    this.job = job;
  }

  /**
   * Starts the job.
   *
   * @throws BuildRefusedException when the topic no longer has what the generation lacks
   */
  static CatchUp start(CatchUpStream stream, IndexDirectory index, Generation generation)
      throws IOException, InterruptedException {
    TopicOffsets offsets = TopicOffsets.of(stream.kafka(), stream.names());
    LocalCluster cluster = null;
    boolean started = false;
    try {
      requireRetained(offsets.oldest(Topic.PRODUCTS), positions(index, generation), generation);
      int slots = Math.max(stream.settings().parallelism(), generation.shards());
      cluster = LocalCluster.start(slots);
      RunningJob job =
          cluster.submit(ProductStreamJob.beside(stream, index, generation), stream.settings());
      started = true;
      return new CatchUp(index, generation, offsets, cluster, job);
    } finally {
      if (!started) {
        IOUtils.closeWhileHandlingException(cluster, offsets);
      }
    }
  }

  /**
   * @param oldest offset that the broker still has, by partition
   * @param positions that the generation goes on from
   */
  static void requireRetained(
      Map<String, Long> oldest, Map<String, Long> positions, Generation generation)
      throws BuildRefusedException {
    for (Map.Entry<String, Long> source : oldest.entrySet()) {
      long next = positions.getOrDefault(source.getKey(), 0L);
      if (next < source.getValue()) {
        throw new BuildRefusedException(
            String.format(
                Locale.ROOT,
                """
                %s has read %s up to message %d, but the broker has none before %d: what lies between \
                would be lost. Let ./xunbao run read on into what is served, then add --restart, so \
                that this begins anew from there; and let the topic keep its messages for longer \
                (retention.ms).\
                """,
                generation.id(),
                source.getKey(),
                next,
                source.getValue()));
      }
    }
  }

  /**
   * Waits until the generation has published what the topics hold now.
   *
   * @param patience how long nothing may move
   * @throws IOException when nothing moves for longer, with the job's own failure as its cause
   */
  void await(Duration patience) throws IOException, InterruptedException {
    Map<String, Long> products = offsets.ends(Topic.PRODUCTS);
    Map<String, Long> statistics = offsets.ends(Topic.PRODUCT_STATS);
    Map<String, Long> before = Map.of();
    long moved = System.nanoTime();
    while (true) {
      Map<String, Long> now = new HashMap<>(offsets.committed(ProductStreamJob.group(generation)));
      boolean read = reached(statistics, now);
      Map<String, Long> published = positions(index, generation);
      if (read && reached(products, published)) {
        return;
      }
      now.putAll(published);
      if (!now.equals(before)) {
        before = now;
        moved = System.nanoTime();
      }
      boolean ended = job.await(LOOK_EVERY);
      if (ended || System.nanoTime() - moved > patience.toNanos()) {
        throw stuck(patience);
      }
    }
  }

  private static boolean reached(Map<String, Long> ends, Map<String, Long> positions) {
    return ends.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue() - MARKER);
  }

  private IOException stuck(Duration patience) throws IOException, InterruptedException {
    return new IOException(
        String.format(
            Locale.ROOT,
            "%s does not catch up: nothing moved for %d s. What was served stays; run it again, and it"
                + " goes on where it stopped",
            generation.id(),
            patience.toSeconds()),
        job.failure().orElse(null));
  }

  private static Map<String, Long> positions(IndexDirectory index, Generation generation)
      throws IOException {
    return index.snapshots(generation.id()).current().map(Snapshot::positions).orElse(Map.of());
  }

  /** Ends the job; its last checkpoint stays for the one that goes on. */
  void stop() throws IOException, InterruptedException {
    job.cancel();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(cluster, offsets);
  }
}
