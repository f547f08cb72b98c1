package io.xunbao.standalone.cli;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.MessageTimes;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.indexer.catalog.SourcePosition;
import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.feed.FeedRecord;
import io.xunbao.queryapi.feed.FeedStream;
import io.xunbao.queryapi.feed.FeedUnavailableException;
import io.xunbao.standalone.stream.Feeds;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Sends mended products into the stream, dated as they were when they were refused, so that they
 * take nothing back that came since, and sending them twice changes nothing.
 */
record StreamReplay(KafkaSettings kafka, TopicNames topics) {
  private static final int BATCH = 200;

  /** Older than all that says when it is from: for records of files that do not say it. */
  private static final Instant LONG_AGO = Instant.ofEpochMilli(1);

  /**
   * A product that was refused and passes now.
   *
   * @param position where it was refused
   */
  record Mended(SourcePosition position, Product product) {
    private boolean isDated() {
      return !product.updatedAt().equals(Instant.EPOCH);
    }
  }

  /** Sends all and waits until the broker has acknowledged them. */
  void send(List<Mended> mended) throws IOException {
    Map<SourcePosition, Instant> times =
        MessageTimes.of(
            kafka,
            topics.of(Topic.PRODUCTS),
            mended.stream().filter(m -> !m.isDated()).map(Mended::position).toList());
    int sent = 0;
    try (Feed feed = Feeds.of(kafka, topics)) {
      while (sent < mended.size()) {
        List<Mended> batch = mended.subList(sent, Math.min(mended.size(), sent + BATCH));
        feed.send(FeedStream.PRODUCTS, batch.stream().map(m -> record(m, times)).toList());
        sent += batch.size();
      }
    } catch (FeedUnavailableException away) {
      throw new CliException(
          String.format(
              java.util.Locale.ROOT,
              "%d of %d products were acknowledged: %s. Run the same command again",
              sent,
              mended.size(),
              away.getMessage()),
          away);
    }
  }

  private static FeedRecord record(Mended mended, Map<SourcePosition, Instant> times) {
    Product product =
        mended.isDated()
            ? mended.product()
            : mended.product().asOf(times.getOrDefault(mended.position(), LONG_AGO));
    return new FeedRecord(product.id(), ProductJson.write(product));
  }
}
