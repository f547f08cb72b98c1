package io.xunbao.flinkjobs.behaviour;

import io.xunbao.ranker.feedback.BehaviourEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the behaviour job gives.
 *
 * @param accepted events that others may build on, each once, under pseudonyms, with the watermarks
 *     of event time
 * @param rejected events that broke a rule
 * @param duplicates events that were delivered before
 * @param visits each once it is over
 */
public record BehaviourStreams(
    DataStream<BehaviourEvent> accepted,
    DataStream<RejectedEvent> rejected,
    DataStream<CheckedEvent> duplicates,
    DataStream<Visit> visits) {}
