package io.xunbao.flinkjobs.io;

import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What became of a topic's messages.
 *
 * @param records those that were decoded
 * @param refused the others
 */
public record DecodedStream<T>(DataStream<T> records, DataStream<DeadLetter> refused) {}
