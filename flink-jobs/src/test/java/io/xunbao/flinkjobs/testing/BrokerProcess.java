package io.xunbao.flinkjobs.testing;

import static org.awaitility.Awaitility.await;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;

/** A broker in a process of its own, which can be killed and started again at the same place. */
public final class BrokerProcess implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path folder;
  private final int port;
  private Process process;

  private BrokerProcess(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    this.process = launch();
  }

  /**
   * Starts one on a free port, and waits until it has all topics, of two partitions each.
   *
   * @param folder for its data and its log
   */
  public static BrokerProcess start(Path folder) throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = probe.getLocalPort();
      probe.close();
      BrokerProcess broker = new BrokerProcess(folder, port);
      broker.awaitTopics();
      return broker;
    }
  }

  /** The process. Arguments: folder, port. */
  public static void main(String[] args) throws Exception {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]))) {
      new CountDownLatch(1).await();
    }
  }

  private Process launch() throws IOException {
    return ChildProcess.start(
        BrokerProcess.class,
        "400m",
        folder.resolve("broker.log"),
        folder.resolve("broker").toString(),
        Integer.toString(port));
  }

  private void awaitTopics() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                TopicAdmin.ensure(kafka(), TopicNames.STANDARD, EnumSet.allOf(Topic.class), 2, 1));
  }

  /** How clients reach it, whether it lives or not. */
  public KafkaSettings kafka() {
    return KafkaSettings.at("127.0.0.1:" + port);
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    ChildProcess.kill(process);
  }

  /** Starts it again where it died, and waits until it knows its topics. */
  public void restart() throws IOException {
    process = launch();
    awaitTopics();
  }

  @Override
  public void close() throws IOException {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the broker ended", interrupted);
    }
  }
}
