package io.xunbao.flinkjobs.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics that are missing, and waits until their partitions take records. Those that
 * exist are left as they are.
 *
 * <p>A broker acknowledges a new topic before it leads its partitions. Of a burst that an
 * idempotent producer sends just then, the first batch may be refused and the second taken, and the
 * first is never taken after it: it is tried again until it expires (KAFKA-15591).
 */
public final class TopicAdmin {
  private static final long TIMEOUT_SECONDS = 30;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private TopicAdmin() {}

  /**
   * Makes missing topics.
   *
   * @param partitions of each, at least 1; a product or a user stays in one of them
   * @param replicas of each; 1 on a single broker
   * @throws IOException when the broker does not answer within half a minute, or refuses
   */
  public static void ensure(
      KafkaSettings kafka, TopicNames names, Set<Topic> topics, int partitions, int replicas)
      throws IOException, InterruptedException {
    try (Admin admin = Admin.create(kafka.properties())) {
      Set<String> present = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing = new ArrayList<>();
      for (Topic topic : topics) {
        if (!present.contains(names.of(topic))) {
          missing.add(
              new NewTopic(names.of(topic), partitions, (short) replicas).configs(configs(topic)));
        }
      }
      admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      awaitLeaders(admin, missing);
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw new IOException(
            "the topics cannot be made at " + kafka.bootstrapServers(), failure.getCause());
      }
    } catch (TimeoutException silent) {
      throw new IOException(
          "no Kafka broker answers at "
              + kafka.bootstrapServers()
              + ": is it running, and are the security settings those of its listener?",
          silent);
    }
  }

  /** Asks for the ends of all partitions, which only their leaders know, until all answer. */
  private static void awaitLeaders(Admin admin, List<NewTopic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (true) {
      try {
        admin.listOffsets(ends(topics)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return;
      } catch (ExecutionException notYet) {
        if (!(notYet.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
          throw notYet;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static Map<TopicPartition, OffsetSpec> ends(List<NewTopic> topics) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (NewTopic topic : topics) {
      for (int partition = 0; partition < topic.numPartitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    return ends;
  }

  private static Map<String, String> configs(Topic topic) {
    Map<String, String> configs = new HashMap<>();
    configs.put("cleanup.policy", topic.compacted() ? "compact" : "delete");
    configs.put(
        "retention.ms", topic.retention().map(time -> Long.toString(time.toMillis())).orElse("-1"));
    return configs;
  }
}
