package io.xunbao.flinkjobs.broker;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker and controller (KRaft) in this process, bound to the loopback address. Its data
 * stays in a folder: a broker that is started there again has what the one before acknowledged.
 *
 * <p>There is one replica and the log is not fsynced at every message, so an acknowledged message
 * outlives the death of the process, and not that of the machine. Clients are not authenticated;
 * that is why only this machine can reach it. Kafka ends the process when its disk fails: a service
 * that must outlive that needs a broker of its own.
 */
public final class EmbeddedBroker implements Closeable {
  /** Takes any free port. */
  public static final int FREE_PORT = 0;

  private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it takes connections.
   *
   * @param folder holds its data and nothing else; made and formatted where it is new
   * @param port on the loopback address, or {@link #FREE_PORT}
   * @throws IOException when the port is taken, or the folder belongs to another kind of broker
   */
  public static EmbeddedBroker start(Path folder, int port) throws IOException {
    int brokerPort = free(port);
    Path data = folder.toAbsolutePath().normalize();
    Files.createDirectories(data);
    BrokerFormat.ensure(data);
    KafkaConfig config =
        new KafkaConfig(BrokerSettings.of(data, HOST, brokerPort, free(FREE_PORT)), false);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException failed) {
      server.shutdown();
      throw new IOException("the embedded broker did not start in " + data, failed);
    }
    return new EmbeddedBroker(server, brokerPort);
  }

  /** Where clients connect, such as {@code 127.0.0.1:9092}. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  public int port() {
    return port;
  }

  /** Ends the broker in order; clients see it go away. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static int free(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(HOST, port));
      return probe.getLocalPort();
    } catch (BindException taken) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "port %d is taken: is another broker running? Name another port, or 0 for a free one",
              port),
          taken);
    }
  }
}
