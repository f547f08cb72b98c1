package io.xunbao.flinkjobs.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The broker's configuration: one node that is both roles, with small buffers and few threads. */
final class BrokerSettings {
  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  private static final String CLIENTS = "PLAINTEXT";

  private BrokerSettings() {}

  static Map<String, String> of(Path data, String host, int port, int controllerPort) {
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("controller.quorum.voters", NODE + "@" + host + ":" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("inter.broker.listener.name", CLIENTS);
    settings.put(
        "listeners",
        CLIENTS
            + "://"
            + host
            + ":"
            + port
            + ","
            + CONTROLLER
            + "://"
            + host
            + ":"
            + controllerPort);
    settings.put("advertised.listeners", CLIENTS + "://" + host + ":" + port);
    settings.put(
        "listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put("log.dirs", data.toString());
    settings.putAll(oneNode());
    settings.putAll(small());
    return settings;
  }

  /** What is three for a cluster is one here. */
  private static Map<String, String> oneNode() {
    return Map.of(
        "auto.create.topics.enable", "false",
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "1",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", "1",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.num.partitions", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "group.initial.rebalance.delay.ms", "0");
  }

  /**
   * Memory and threads for one machine. The session is short, so that a broker that was killed and
   * is started again is not refused for long, and yet longer than a loaded machine holds up a
   * heartbeat.
   */
  private static Map<String, String> small() {
    return Map.of(
        "num.network.threads", "1",
        "num.io.threads", "2",
        "background.threads", "2",
        "num.recovery.threads.per.data.dir", "1",
        "log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20),
        "log.cleaner.io.buffer.size", Integer.toString(64 << 10),
        "broker.session.timeout.ms", "6000",
        "broker.heartbeat.interval.ms", "500",
        "message.max.bytes", Integer.toString(2 << 20),
        "controlled.shutdown.enable", "false");
  }
}
