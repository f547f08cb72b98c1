package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker in a process of its own, which can be killed. */
final class BrokerChild {
  private BrokerChild() {}

  /** Arguments: folder, port. */
  public static void main(String[] args) throws Exception {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]))) {
      new CountDownLatch(1).await();
    }
  }
}
