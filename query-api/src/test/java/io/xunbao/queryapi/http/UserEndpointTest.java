package io.xunbao.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.queryapi.interest.LateShopperMemory;
import io.xunbao.queryapi.log.ImpressionLog;
import io.xunbao.ranker.interest.UserProfile;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UserEndpointTest {
  private final MemoryShoppers shoppers = new MemoryShoppers();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(new StreamLinks(new MemoryFeed(), shoppers, ImpressionLog.OFF));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> delete(TestServer from, String path) {
    return from.send(HttpRequest.newBuilder(from.uri(path)).DELETE());
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = TestServer.parse(answer.body());
    assertThat(problem.path("code").asString()).isEqualTo(code);
  }

  @Test
  void delete_knownAndUnknownShopper_isTakenAndSaysWhetherAnythingWasKnown() {
    shoppers.put("王小明/1", UserProfile.NONE);
    String path = "/v1/users/" + TestServer.encoded("王小明/1");
    HttpResponse<String> first = delete(server, path);
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(first.body()).isEqualTo("{\"known\":true}");
    assertThat(shoppers.profile("王小明/1")).isEmpty();
    assertThat(delete(server, path).body()).isEqualTo("{\"known\":false}");
  }

  @Test
  void delete_idThatBreaksARule_is400() {
    assertProblem(delete(server, "/v1/users/%20"), 400, "user-invalid");
    assertProblem(delete(server, "/v1/users/" + "x".repeat(1_025)), 400, "user-invalid");
    assertProblem(delete(server, "/v1/users/u-1?force=true"), 400, "unknown-parameter");
  }

  @Test
  void delete_withoutAnId_is404AndOtherMethodsAre405() {
    assertProblem(delete(server, "/v1/users/"), 404, "route-not-found");
    assertProblem(server.get("/v1/users/u-1"), 405, "method-not-allowed");
  }

  @Test
  void delete_withoutStreams_is503WithTheWayOut() {
    try (TestServer off = TestServer.start();
        TestServer late =
            TestServer.start(
                new StreamLinks(
                    new MemoryFeed(),
                    new LateShopperMemory("starting", "comes in a moment"),
                    ImpressionLog.OFF))) {
      HttpResponse<String> answer = delete(off, "/v1/users/u-1");
      assertProblem(answer, 503, "stream-unavailable");
      assertThat(answer.body()).contains("pseudonymKey");
      assertThat(delete(late, "/v1/users/u-1").body()).contains("comes in a moment");
      assertThat(late.json("/health").at("/shoppers/state").asString()).isEqualTo("starting");
      assertThat(server.json("/health").at("/shoppers/behind").asInt()).isZero();
    }
  }
}
