package io.xunbao.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** More searches at once than the limit admits. */
final class OverloadTest {
  private static final int ADMITTED = 3;

  @Test
  void search_moreThanTheLimit_isRefusedAtOnceWithRetryAfterAndHealthStillAnswers()
      throws Exception {
    Held held = new Held();
    Limits limits = Limits.defaults().withConcurrency(1, ADMITTED);
    try (TestServer server = TestServer.start(held, limits);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(server.get("/health").statusCode()).isEqualTo(200);
      List<Future<HttpResponse<String>>> running = new ArrayList<>();
      for (int i = 0; i < ADMITTED; i++) {
        running.add(callers.submit(() -> server.get("/v1/search?q=slow")));
      }
      held.entered.await();
      long start = System.nanoTime();
      HttpResponse<String> refused = server.get("/v1/search?q=slow");
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body()).contains("\"code\":\"overloaded\"");
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(took).as("generous: the machine may be busy").isLessThan(Duration.ofSeconds(2));
      assertThat(server.get("/health").statusCode()).isEqualTo(200);
      assertThat(server.get("/metrics").body()).contains("xunbao_searches_refused_total 1.0");
      held.release.countDown();
      for (Future<HttpResponse<String>> admitted : running) {
        assertThat(admitted.get().statusCode()).isEqualTo(200);
      }
      assertThat(server.get("/v1/search?q=slow").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void search_failingService_isA500ThatHidesTheCauseAndGivesThePermitBack() {
    InMemorySearch broken =
        new InMemorySearch(SampleProducts.all()) {
          @Override
          public SearchAnswer search(SearchRequest request) {
            throw new IllegalStateException("secret path /var/lib/xunbao");
          }
        };
    try (TestServer server =
        TestServer.start(broken, Limits.defaults().withConcurrency(1, ADMITTED))) {
      for (int i = 0; i < 2 * ADMITTED; i++) {
        HttpResponse<String> failed = server.get("/v1/search?q=a");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).contains("internal-error").doesNotContain("secret");
      }
    }
  }

  /** Answers only after it was released. */
  private static final class Held extends InMemorySearch {
    private final CountDownLatch entered = new CountDownLatch(ADMITTED);
    private final CountDownLatch release = new CountDownLatch(1);

    Held() {
      super(SampleProducts.all());
    }

    @Override
    public SearchAnswer search(SearchRequest request) {
      entered.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return super.search(request);
    }
  }
}
