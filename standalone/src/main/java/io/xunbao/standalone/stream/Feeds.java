package io.xunbao.standalone.stream;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.feed.FeedStream;
import io.xunbao.queryapi.feed.KafkaFeed;
import java.util.Map;

/** The HTTP server's way into the topics. */
public final class Feeds {
  private Feeds() {}

  /** A feed into the topics of a cluster, which need not be there yet. */
  public static Feed of(KafkaSettings kafka, TopicNames names) {
    return KafkaFeed.to(
        kafka.properties(),
        Map.of(
            FeedStream.PRODUCTS, names.of(Topic.PRODUCTS),
            FeedStream.EVENTS, names.of(Topic.BEHAVIOUR),
            FeedStream.ERASURES, names.of(Topic.ERASURES),
            FeedStream.INTERESTS, names.of(Topic.INTEREST)));
  }
}
