/**
 * A Kafka broker inside this process, for the demo, for tests and for machines that are too small
 * for a cluster. {@link io.xunbao.flinkjobs.broker.EmbeddedBroker} starts one.
 *
 * <pre>{@code
 * try (EmbeddedBroker broker = EmbeddedBroker.start(folder, EmbeddedBroker.FREE_PORT)) {
 *   KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
 * }
 * }</pre>
 */
@NullMarked
package io.xunbao.flinkjobs.broker;

import org.jspecify.annotations.NullMarked;
