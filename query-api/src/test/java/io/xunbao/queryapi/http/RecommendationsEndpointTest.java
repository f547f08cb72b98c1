package io.xunbao.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What recommendations and similar products refuse. */
class RecommendationsEndpointTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void assertProblem(String path, int status, String code) {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    JsonNode problem = TestServer.parse(answer.body());
    assertThat(problem.path("code").asString()).as(path).isEqualTo(code);
    assertThat(problem.path("detail").asString()).as(path).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/recommendations?size=0, size-out-of-range",
    "/v1/recommendations?size=51, size-out-of-range",
    "/v1/recommendations?size=ten, size-out-of-range",
    "/v1/recommendations?user=, user-invalid",
    "/v1/recommendations?user=a&user=b, duplicate-parameter",
    "/v1/recommendations?product=%20, product-invalid",
    "/v1/recommendations?user=a&seen=perhaps, flag-invalid",
    "/v1/recommendations?users=a, unknown-parameter",
    "/v1/recommendations?user=a%0Ab, control-character",
    "/v1/products/sample-1/similar?size=51, size-out-of-range",
    "/v1/products/sample-1/similar?sizes=5, unknown-parameter"
  })
  void get_parameterThatBreaksARule_is400(String path, String code) {
    assertProblem(path, 400, code);
  }

  @Test
  void get_tooManyOrTooLongValues_are400() {
    assertProblem(
        "/v1/recommendations?" + "product=p&".repeat(50) + "product=p", 400, "too-many-products");
    assertProblem("/v1/recommendations?user=" + "u".repeat(257), 400, "user-invalid");
    assertProblem("/v1/products/" + "p".repeat(257) + "/similar", 400, "id-too-long");
  }

  @Test
  void similar_productThatIsNotThere_is404() {
    assertProblem("/v1/products/nothing/similar", 404, "product-not-found");
    assertProblem("/v1/products/nothing", 404, "product-not-found");
  }
}
