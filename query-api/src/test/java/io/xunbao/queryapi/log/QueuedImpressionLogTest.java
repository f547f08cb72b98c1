package io.xunbao.queryapi.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.feedback.Impression;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class QueuedImpressionLogTest {
  private static Impression impression(int number) {
    return TestImpressions.of(number, List.of());
  }

  @Test
  void write_many_arriveInTheirOrder() {
    List<String> written = new CopyOnWriteArrayList<>();
    try (QueuedImpressionLog log = new QueuedImpressionLog(1_000, i -> written.add(i.id()))) {
      for (int i = 0; i < 500; i++) {
        log.write(impression(i));
      }
    }
    assertThat(written).hasSize(500).startsWith("i-0", "i-1").endsWith("i-499");
  }

  @Test
  void write_writerIsAway_dropsAndCountsInsteadOfWaiting() {
    CountDownLatch back = new CountDownLatch(1);
    List<String> written = new CopyOnWriteArrayList<>();
    QueuedImpressionLog log =
        new QueuedImpressionLog(
            10,
            i -> {
              back.await();
              written.add(i.id());
            });
    for (int i = 0; i < 100; i++) {
      log.write(impression(i));
    }
    back.countDown();
    log.close();
    assertThat(written.size() + log.dropped()).isEqualTo(100);
    assertThat(log.dropped()).isGreaterThanOrEqualTo(89);
  }

  @Test
  void write_writerFails_goesOnWithTheNext() {
    List<String> written = new CopyOnWriteArrayList<>();
    QueuedImpressionLog log =
        new QueuedImpressionLog(
            10,
            i -> {
              if (i.id().equals("i-0")) {
                throw new IOException("the broker is away");
              }
              written.add(i.id());
            });
    log.write(impression(0));
    log.write(impression(1));
    log.close();
    assertThat(written).containsExactly("i-1");
    assertThat(log.failed()).isEqualTo(1);
  }
}
