package io.xunbao.queryapi.log;

import io.xunbao.ranker.feedback.Impression;
import java.io.Closeable;
import java.util.Properties;

/** Impressions to their topic, behind a queue of bounded length. */
public final class KafkaImpressionLog implements ImpressionLog, Closeable {
  private static final int QUEUE = 10_000;

  private final KafkaImpressionWriter writer;
  private final QueuedImpressionLog queue;

  /**
   * @param client properties of any Kafka client, the bootstrap servers among them; the broker need
   *     not be there yet
   */
  public KafkaImpressionLog(Properties client, String topic) {
    writer = new KafkaImpressionWriter(client, topic);
    queue = new QueuedImpressionLog(QUEUE, writer);
  }

  @Override
  public void write(Impression impression) {
    queue.write(impression);
  }

  @Override
  public long lost() {
    return queue.lost() + writer.refused();
  }

  @Override
  public void close() {
    queue.close();
    writer.close();
  }
}
