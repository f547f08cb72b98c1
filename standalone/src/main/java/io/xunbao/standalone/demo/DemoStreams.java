package io.xunbao.standalone.demo;

import io.xunbao.flinkjobs.behaviour.ShopperSettings;
import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.interest.NoFacts;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.products.StartRule;
import io.xunbao.flinkjobs.products.StreamTarget;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.StreamMetrics;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexLock;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.feed.FeedStream;
import io.xunbao.queryapi.feed.GuardedFeed;
import io.xunbao.queryapi.feed.LateFeed;
import io.xunbao.queryapi.http.StreamLinks;
import io.xunbao.queryapi.interest.LateShopperMemory;
import io.xunbao.queryapi.log.LateImpressionLog;
import io.xunbao.ranker.feedback.Pseudonyms;
import io.xunbao.standalone.stream.ServerStreams;
import io.xunbao.standalone.stream.StreamJobs;
import io.xunbao.standalone.stream.StreamRun;
import io.xunbao.standalone.stream.StreamSetup;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker and the streaming jobs beside the demo's server, and the server's links to them. They
 * start behind the first page, in the thread {@code demo-streams}; where that fails the demo goes
 * on without them, and says so.
 */
public final class DemoStreams implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoStreams.class);
  private static final int PARTITIONS = 2;
  private static final long LOOK_SECONDS = 1;
  private static final String STARTING =
      "the demo's broker and jobs are starting, which takes some seconds: try again shortly, and"
          + " see `streams` in /health";

  private final Path folder;
  private final Path index;
  private final Pseudonyms pseudonyms;
  private final LateFeed feed = new LateFeed("starting", STARTING);
  private final LateShopperMemory shoppers = new LateShopperMemory("starting", STARTING);
  private final LateImpressionLog impressions = new LateImpressionLog();
  private final Deque<Closeable> open = new ArrayDeque<>();
  private final StreamMetrics metrics = new StreamMetrics();
  private final Thread thread;
  private boolean closed;

  /**
   * Makes the key of pseudonyms where the folder has none.
   *
   * @param folder of the demo, where the broker's data, the key and the checkpoints are kept
   * @param index that the products go to
   */
  public DemoStreams(Path folder, Path index) throws IOException {
    this.folder = folder;
    this.index = index;
    this.pseudonyms = Pseudonyms.load(DemoKey.in(folder));
    this.thread = Thread.ofPlatform().name("demo-streams").daemon().unstarted(this::run);
  }

  /** The server's links, which say that the streams are starting until they have. */
  public StreamLinks links() {
    return new StreamLinks(feed, shoppers, impressions, metrics::exposition);
  }

  /** The same service, which logs what it shows. */
  public SearchService logged(SearchService service) {
    return ServerStreams.logged(service, impressions, pseudonyms);
  }

  /** Starts all of it in the background. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      KafkaSettings kafka = broker();
      StreamRun run = jobs(kafka);
      ServerStreams server =
          keep(
              ServerStreams.shoppers(
                      kafka, TopicNames.STANDARD, pseudonyms, folder.resolve("interests"))
                  .guarded(
                      EnumSet.of(FeedStream.PRODUCTS, FeedStream.EVENTS),
                      folder, // the broker's data lie there too
                      GuardedFeed.LEAST_FREE));
      impressions.started(server.links().impressions());
      shoppers.started(server.links().shoppers());
      feed.started(server.links().feed());
      follow(run);
    } catch (IOException | RuntimeException failure) {
      LOG.error("the demo goes on without streams", failure);
      feed.failed("the demo's streams did not start: " + failure.getMessage());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private KafkaSettings broker() throws IOException, InterruptedException {
    EmbeddedBroker broker =
        keep(EmbeddedBroker.start(folder.resolve("broker"), EmbeddedBroker.FREE_PORT));
    KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
    TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), PARTITIONS, 1);
    return kafka;
  }

  private StreamRun jobs(KafkaSettings kafka) throws IOException, InterruptedException {
    IndexDirectory directory = IndexDirectory.at(index);
    keep(IndexLock.take(directory));
    StreamSetup setup =
        new StreamSetup(
            kafka,
            TopicNames.STANDARD,
            new StreamTarget(directory, PARTITIONS, StartRule.PUBLISHED),
            folder.resolve("checkpoints"),
            ShopperSettings.defaults(DemoKey.in(folder), new NoFacts()),
            false);
    JobSettings settings = new JobSettings(JobSettings.CHECKPOINT_INTERVAL, PARTITIONS);
    return keep(StreamRun.start(StreamJobs.keys(setup), setup, settings, metrics));
  }

  /** Until this is closed, the job that writes the index goes where the server looks. */
  private static void follow(StreamRun run) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (!never.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
      try {
        run.follow().ifPresent(to -> LOG.info("the index job goes on in {}", to));
      } catch (IOException failure) {
        LOG.warn("the index job cannot move to what is served, and tries again", failure);
      }
    }
  }

  private synchronized <C extends Closeable> C keep(C part) throws IOException {
    if (closed) {
      part.close();
      throw new IOException("the demo is closing");
    }
    open.push(part);
    return part;
  }

  /** Ends jobs and broker, the last that was started first. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    thread.interrupt();
    IOUtils.close(open);
    open.clear();
  }
}
