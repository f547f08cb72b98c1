package io.xunbao.standalone.stream;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.queryapi.Experiment;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.feed.FeedStream;
import io.xunbao.queryapi.feed.FreeSpace;
import io.xunbao.queryapi.feed.GuardedFeed;
import io.xunbao.queryapi.http.StreamLinks;
import io.xunbao.queryapi.interest.FollowedShoppers;
import io.xunbao.queryapi.interest.InterestFollower;
import io.xunbao.queryapi.interest.InterestStore;
import io.xunbao.queryapi.interest.KafkaInterestFeed;
import io.xunbao.queryapi.interest.ShopperMemory;
import io.xunbao.queryapi.log.ImpressionLog;
import io.xunbao.queryapi.log.KafkaImpressionLog;
import io.xunbao.queryapi.log.LoggedSearch;
import io.xunbao.ranker.feedback.Examination;
import io.xunbao.ranker.feedback.Pseudonyms;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * A server's connections to the topics of a cluster, which need not be there yet: records go in,
 * interests come out, and what was shown is logged.
 *
 * @param pseudonyms null where there is no key, and so nothing is known of shoppers
 */
public record ServerStreams(
    StreamLinks links, @Nullable Pseudonyms pseudonyms, List<Closeable> parts)
    implements Closeable {
  private static final int MOST_SHOPPERS = 1_000_000;
  private static final Duration SNAPSHOTS = Duration.ofSeconds(30);

  public ServerStreams {
    parts = List.copyOf(parts);
  }

  /** A server without streams. */
  public static ServerStreams off() {
    return new ServerStreams(StreamLinks.off(), null, List.of());
  }

  /** Streams that take records, of a shop that follows no shoppers. */
  public static ServerStreams records(KafkaSettings kafka, TopicNames names) {
    Feed feed = Feeds.of(kafka, names);
    return new ServerStreams(StreamLinks.of(feed), null, List.of(feed));
  }

  /**
   * Streams with shoppers.
   *
   * @param pseudonyms with the key of the jobs that follow shoppers
   * @param snapshot file of this server alone, so that a restart reads on from there
   */
  public static ServerStreams shoppers(
      KafkaSettings kafka, TopicNames names, Pseudonyms pseudonyms, Path snapshot)
      throws IOException {
    List<Closeable> parts = new ArrayList<>();
    try {
      Feed feed = Feeds.of(kafka, names);
      parts.add(feed);
      KafkaImpressionLog impressions =
          new KafkaImpressionLog(kafka.properties(), names.of(Topic.IMPRESSIONS));
      parts.add(impressions);
      ShopperMemory shoppers =
          new FollowedShoppers(
              InterestFollower.start(
                  new InterestStore(MOST_SHOPPERS),
                  new KafkaInterestFeed(kafka.properties(), names.of(Topic.INTEREST)),
                  snapshot,
                  SNAPSHOTS),
              pseudonyms,
              feed,
              Clock.systemUTC());
      parts.add(shoppers);
      return new ServerStreams(new StreamLinks(feed, shoppers, impressions), pseudonyms, parts);
    } catch (RuntimeException failure) {
      IOUtils.closeWhileHandlingException(parts);
      throw failure;
    }
  }

  /**
   * The same, which take records only while the disk of a folder has room.
   *
   * @param guarded streams whose records end on that disk
   * @param leastFree bytes that must be free; 0 refuses nothing
   */
  public ServerStreams guarded(Set<FeedStream> guarded, Path folder, long leastFree) {
    Feed feed = new GuardedFeed(links.feed(), guarded, FreeSpace.of(folder), leastFree);
    return new ServerStreams(
        new StreamLinks(feed, links.shoppers(), links.impressions(), links.metrics()),
        pseudonyms,
        parts);
  }

  /** The same service, which logs what it shows where shoppers are followed. */
  public SearchService logged(SearchService service) {
    return logged(service, null);
  }

  /**
   * The same, which mixes lists too.
   *
   * @param experiment null for none
   */
  public SearchService logged(SearchService service, @Nullable Experiment experiment) {
    return pseudonyms == null
        ? service
        : logged(service, links.impressions(), pseudonyms).withExperiment(experiment);
  }

  /** A service that logs what it shows. */
  public static LoggedSearch logged(
      SearchService service, ImpressionLog log, Pseudonyms pseudonyms) {
    return new LoggedSearch(service, log, pseudonyms, Examination.DEFAULT, Clock.systemUTC());
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(parts.reversed());
  }
}
