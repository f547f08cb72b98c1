package io.xunbao.benchmarks.streams;

import io.xunbao.flinkjobs.behaviour.ShopperJobs;
import io.xunbao.flinkjobs.interest.NoFacts;
import io.xunbao.flinkjobs.io.Decoded;
import io.xunbao.flinkjobs.io.KafkaIn;
import io.xunbao.flinkjobs.io.KafkaOut;
import io.xunbao.flinkjobs.io.Start;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.ranker.feedback.BehaviourEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Events a second through all jobs of shoppers, from their topic to the topics of results, beside a
 * Flink job that reads the same topic and does nothing. Real events, some copies of them with ids
 * and shoppers of their own.
 *
 * <p>Arguments: the data folder, copies (default 5) and rounds (default 3; the first warms up).
 */
final class BehaviourThroughput {
  private BehaviourThroughput() {}

  public static void main(String[] args) throws Exception {
    List<BehaviourEvent> events = StreamLogs.taobao(Path.of(args[0]));
    int copies = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    try (ShopperStack stack = new ShopperStack()) {
      for (int copy = 0; copy < copies; copy++) {
        for (BehaviourEvent event : events) {
          stack.send(copy(event, copy));
        }
      }
      stack.flush();
      long count = (long) events.size() * copies;
      for (int round = 1; round <= rounds; round++) {
        double nothing = count / nothing(stack);
        double jobs = count / jobs(stack, round);
        System.out.printf(
            Locale.ROOT,
            "round %d: %,d events; Kafka to nothing %,.0f/s; all jobs %,.0f/s; ratio %.2f%n",
            round,
            count,
            nothing,
            jobs,
            jobs / nothing);
      }
    }
  }

  /** The event as another one, of another shopper. */
  static BehaviourEvent copy(BehaviourEvent event, int copy) {
    return new BehaviourEvent(
        event.id() + "-" + copy,
        event.user() + "-" + copy,
        event.session(),
        event.type(),
        event.product(),
        event.query(),
        event.impression(),
        event.position(),
        event.dwellMillis(),
        event.at(),
        event.attributes());
  }

  private static double nothing(ShopperStack stack) throws Exception {
    StreamExecutionEnvironment flink = ShopperStack.flink();
    KafkaIn.bounded(flink, stack.kafka(), TopicNames.STANDARD, "nothing")
        .read(
            Topic.BEHAVIOUR,
            new Start.Earliest(),
            message -> Decoded.of(String.valueOf(message.valueText())),
            Types.STRING,
            WatermarkStrategy.noWatermarks())
        .records()
        .sinkTo(new DiscardingSink<>());
    return seconds(flink, "nothing");
  }

  private static double jobs(ShopperStack stack, int round) throws Exception {
    StreamExecutionEnvironment flink = ShopperStack.flink();
    ShopperJobs.build(
        KafkaIn.bounded(flink, stack.kafka(), TopicNames.STANDARD, "shoppers-" + round),
        new KafkaOut(stack.kafka(), TopicNames.STANDARD),
        new Start.Earliest(),
        stack.settings(new NoFacts()));
    return seconds(flink, "shoppers");
  }

  private static double seconds(StreamExecutionEnvironment flink, String name) throws Exception {
    long start = System.nanoTime();
    flink.execute(name);
    return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
