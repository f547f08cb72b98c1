/**
 * Where streams come from and go to. {@link io.xunbao.flinkjobs.io.KafkaIn} reads topics as streams
 * of decoded records, with what cannot be decoded beside them; {@link
 * io.xunbao.flinkjobs.io.KafkaOut} writes topics; {@link io.xunbao.flinkjobs.io.ProductFileSource}
 * reads catalogue files as a bounded source whose position is a record count.
 *
 * <pre>{@code
 * KafkaSettings kafka = KafkaSettings.at("127.0.0.1:9092");
 * KafkaIn in = KafkaIn.unbounded(environment, kafka, TopicNames.STANDARD, "xunbao-behaviour");
 * DecodedStream<Event> events =
 *     in.read(Topic.BEHAVIOUR, new Start.Earliest(), decoder, type, watermarks);
 * new KafkaOut(kafka, TopicNames.STANDARD).deadLetters(events.refused(), Topic.BEHAVIOUR_REJECTED);
 * }</pre>
 */
@NullMarked
package io.xunbao.flinkjobs.io;

import org.jspecify.annotations.NullMarked;
