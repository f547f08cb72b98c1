package io.xunbao.flinkjobs.io;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;

/**
 * Topics as streams of decoded records. What cannot be decoded comes out beside them, as {@link
 * DeadLetter}s for {@link KafkaOut#deadLetters}.
 *
 * <p>Offsets are kept in the checkpoints; they are committed to Kafka for whoever watches the lag,
 * and never read back from there.
 */
public final class KafkaIn {
  /** How often a topic is asked for new partitions. */
  private static final Duration DISCOVERY = Duration.ofSeconds(30);

  private final StreamExecutionEnvironment environment;
  private final KafkaSettings kafka;
  private final TopicNames names;
  private final String group;
  private final boolean bounded;

  private KafkaIn(
      StreamExecutionEnvironment environment,
      KafkaSettings kafka,
      TopicNames names,
      String group,
      boolean bounded) {
    this.environment = environment;
    this.kafka = kafka;
    this.names = names;
    this.group = group;
    this.bounded = bounded;
  }

  /**
   * Streams that never end.
   *
   * @param group the consumer group under which the lag is seen
   */
  public static KafkaIn unbounded(
      StreamExecutionEnvironment environment, KafkaSettings kafka, TopicNames names, String group) {
    return new KafkaIn(environment, kafka, names, group, false);
  }

  /** Streams that end at what is newest when the job begins. */
  public static KafkaIn bounded(
      StreamExecutionEnvironment environment, KafkaSettings kafka, TopicNames names, String group) {
    return new KafkaIn(environment, kafka, names, group, true);
  }

  /**
   * The decoded records of a topic, in the order of each partition, with the operator ids {@code
   * NAME-source} and {@code NAME-decode}.
   *
   * @param type of the records; without it Flink would guess
   * @param times watermarks over decoded records; {@link WatermarkStrategy#noWatermarks} for none
   */
  public <T> DecodedStream<T> read(
      Topic topic,
      Start start,
      MessageDecoder<T> decoder,
      TypeInformation<T> type,
      WatermarkStrategy<T> times) {
    String name = names.of(topic);
    OutputTag<DeadLetter> refused =
        new OutputTag<>(name + "-refused", TypeInformation.of(DeadLetter.class));
    SingleOutputStreamOperator<T> records =
        environment
            .fromSource(source(name, start), WatermarkStrategy.noWatermarks(), "read " + name)
            .uid(name + "-source")
            .process(new DecodeMessages<>(decoder, refused), type)
            .name("decode " + name)
            .uid(name + "-decode");
    return new DecodedStream<>(
        records.assignTimestampsAndWatermarks(times).uid(name + "-times"),
        records.getSideOutput(refused));
  }

  private KafkaSource<Message> source(String topic, Start start) {
    KafkaSourceBuilder<Message> source =
        KafkaSource.<Message>builder()
            .setProperties(kafka.properties())
            .setBootstrapServers(kafka.bootstrapServers())
            .setGroupId(group)
            .setTopics(topic)
            .setStartingOffsets(start.offsets(topic))
            .setDeserializer(new MessageDeserializer())
            .setProperty("isolation.level", "read_committed")
            .setProperty("fetch.max.wait.ms", "50")
            .setProperty("commit.offsets.on.checkpoint", "true");
    if (bounded) {
      return source.setBounded(OffsetsInitializer.latest()).build();
    }
    return source
        .setProperty("partition.discovery.interval.ms", Long.toString(DISCOVERY.toMillis()))
        .build();
  }
}
