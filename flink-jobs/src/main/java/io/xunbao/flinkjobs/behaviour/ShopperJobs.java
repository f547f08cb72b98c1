package io.xunbao.flinkjobs.behaviour;

import io.xunbao.flinkjobs.interest.Erasure;
import io.xunbao.flinkjobs.interest.InterestJob;
import io.xunbao.flinkjobs.io.DeadLetter;
import io.xunbao.flinkjobs.io.Decoded;
import io.xunbao.flinkjobs.io.DecodedStream;
import io.xunbao.flinkjobs.io.KafkaIn;
import io.xunbao.flinkjobs.io.KafkaOut;
import io.xunbao.flinkjobs.io.Start;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.stats.ProductStats;
import io.xunbao.flinkjobs.stats.ProductStatsJob;
import io.xunbao.flinkjobs.training.TrainingGroup;
import io.xunbao.flinkjobs.training.TrainingGroupsJob;
import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.interest.InterestMessage;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * All that follows shoppers, from topics to topics: {@link BehaviourJob}, {@link ProductStatsJob},
 * {@link InterestJob} and {@link TrainingGroupsJob}.
 *
 * <pre>{@code
 * behaviour ----> check, pseudonym, guard ---+--> product-stats
 *     |                                      +--> interest  <---- erasures
 *     +--> behaviour-rejected                +--> training-groups <---- impressions
 * }</pre>
 */
public final class ShopperJobs {
  private ShopperJobs() {}

  /** Adds the jobs to the environment that the topics are read in. */
  public static void build(KafkaIn in, KafkaOut out, Start start, ShopperSettings settings) {
    BehaviourStreams behaviour = behaviour(in, start, settings);
    DecodedStream<Impression> impressions = impressions(in, start, settings);
    out.deadLetters(
        behaviour
            .rejected()
            .map(RejectedEvent::toDeadLetter, TypeInformation.of(DeadLetter.class))
            .name("to dead letters")
            .uid("behaviour-letters")
            .union(impressions.refused()),
        Topic.BEHAVIOUR_REJECTED);
    writeStats(behaviour, impressions.records(), out, settings);
    writeInterests(behaviour, in, out, start, settings);
    writeGroups(behaviour, impressions.records(), out, settings);
  }

  private static BehaviourStreams behaviour(KafkaIn in, Start start, ShopperSettings settings) {
    DataStream<RawEvent> lines =
        in.read(
                Topic.BEHAVIOUR,
                start,
                message -> Decoded.of(RawEvent.of(message)),
                TypeInformation.of(RawEvent.class),
                WatermarkStrategy.noWatermarks())
            .records();
    return BehaviourJob.build(lines, settings.behaviour());
  }

  private static DecodedStream<Impression> impressions(
      KafkaIn in, Start start, ShopperSettings settings) {
    return in.read(
        Topic.IMPRESSIONS,
        start,
        new DecodeImpressions(),
        TypeInformation.of(Impression.class),
        WatermarkStrategy.<Impression>forBoundedOutOfOrderness(settings.behaviour().outOfOrder())
            .withTimestampAssigner((impression, before) -> impression.at().toEpochMilli())
            .withIdleness(settings.behaviour().idle()));
  }

  private static void writeStats(
      BehaviourStreams behaviour,
      DataStream<Impression> impressions,
      KafkaOut out,
      ShopperSettings settings) {
    DataStream<ProductStats> stats =
        ProductStatsJob.build(behaviour.accepted(), impressions, settings.stats()).stats();
    out.write(stats, Topic.PRODUCT_STATS, ProductStats::product, ProductStats::toJson);
  }

  private static void writeInterests(
      BehaviourStreams behaviour, KafkaIn in, KafkaOut out, Start start, ShopperSettings settings) {
    DecodedStream<Erasure> erasures =
        in.read(
            Topic.ERASURES,
            start,
            message ->
                message.keyText() == null
                    ? Decoded.refused(
                        DeadLetter.of(message, "erasure.user", "an erasure must have a key"))
                    : Decoded.of(new Erasure(message.keyText(), message.timestamp())),
            TypeInformation.of(Erasure.class),
            WatermarkStrategy.noWatermarks());
    DataStream<InterestMessage> interests =
        InterestJob.build(behaviour.accepted(), erasures.records(), settings.interests());
    out.write(interests, Topic.INTEREST, InterestMessage::user, InterestMessage::toJson);
  }

  private static void writeGroups(
      BehaviourStreams behaviour,
      DataStream<Impression> impressions,
      KafkaOut out,
      ShopperSettings settings) {
    DataStream<TrainingGroup> groups =
        TrainingGroupsJob.build(impressions, behaviour.accepted(), settings.training());
    out.write(groups, Topic.TRAINING_GROUPS, TrainingGroup::impression, TrainingGroup::toJson);
    if (settings.groups() != null) {
      TrainingGroupsJob.write(groups, settings.groups());
    }
  }
}
