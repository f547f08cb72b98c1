package io.xunbao.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no well-behaved client sends: always a 4xx that says why, never a 5xx or a stack trace. */
final class MalformedRequestTest {
  private static final int FUZZED = 400;
  private static final List<String> SHARDS =
      List.of(
          "%",
          "%ff",
          "%ED%A0%80",
          "%00",
          "%0d%0a",
          "连",
          "😀",
          "+",
          "&",
          "=",
          "q=",
          "filter=",
          "price:",
          "brand:",
          "size=",
          "cursor=",
          "sort=",
          "..",
          "/",
          "//",
          ";",
          "\t",
          "#",
          "?",
          "%2e%2e%2f",
          "'",
          "\"",
          "<script>",
          "{",
          "[",
          "99999999999999999999",
          "-1",
          "NaN");

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<String> malformed() {
    String host = "Host: localhost\r\nConnection: close\r\n";
    return List.of(
        "GET /v1/search?q=%4 HTTP/1.1\r\n" + host + "\r\n",
        "GET /v1/search?q=%zz HTTP/1.1\r\n" + host + "\r\n",
        "GET /v1/search?q=a b HTTP/1.1\r\n" + host + "\r\n",
        "GET  HTTP/1.1\r\n" + host + "\r\n",
        "GARBAGE\r\n\r\n",
        "GET /v1/search?q=a HTTP/1.1\n" + host + "\n",
        "GET /%ff%fe HTTP/1.1\r\n" + host + "\r\n",
        "GET /v1/products/%00 HTTP/1.1\r\n" + host + "\r\n",
        "GET /assets/../../etc/passwd HTTP/1.1\r\n" + host + "\r\n",
        "GET /assets/x/%2e%2e%2f%2e%2e%2fetc/passwd HTTP/1.1\r\n" + host + "\r\n",
        "GET /v1/search?q=a HTTP/1.1\r\nno colon here\r\n" + host + "\r\n",
        "GET /v1/search?q=a HTTP/1.1\r\n" + host + "X: " + "x".repeat(20_000) + "\r\n\r\n",
        "GET /v1/search?q=a HTTP/1.1\r\n\r\n",
        "DELETE /v1/recommendations HTTP/1.1\r\n" + host + "\r\n",
        "POST /v1/events HTTP/1.1\r\n" + host + "Content-Length: 2\r\n\r\n{}",
        "POST /v1/search HTTP/1.1\r\n" + host + "Content-Length: 70000\r\n\r\n",
        "POST /v1/search HTTP/1.1\r\n" + host + "Content-Length: -5\r\n\r\n",
        "POST /v1/search HTTP/1.1\r\n" + host + "Content-Length: x\r\n\r\n",
        "POST /v1/search HTTP/1.1\r\n"
            + host
            + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/search HTTP/1.1\r\n"
            + host
            + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
        "POST /v1/search HTTP/1.1\r\n"
            + host
            + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void request_malformed_isAProblemOfTheCaller(String request) throws IOException {
    assertCallersFault(RawHttp.send(server.port(), request), request);
  }

  @Test
  void request_httpOneDotZero_isRefusedInWords() throws IOException {
    assertThat(RawHttp.send(server.port(), "GET / HTTP/1.0\r\n\r\n"))
        .startsWith("HTTP/1.1 505")
        .contains("HTTP/1.1\"");
  }

  @Test
  void request_unknownRoute_namesTheNearest() {
    assertThat(server.get("/v1/serch").body()).contains("Did you mean /v1/search?");
    assertThat(server.get("/v1/serch").statusCode()).isEqualTo(404);
  }

  @Seeded
  @Test
  void request_anyMixtureOfShards_isNeverA5xx(RandomGenerator random) throws IOException {
    for (int i = 0; i < FUZZED; i++) {
      StringBuilder target = new StringBuilder(random.nextBoolean() ? "/v1/search?q=" : "/");
      int shards = random.nextInt(1, 12);
      for (int s = 0; s < shards; s++) {
        target.append(SHARDS.get(random.nextInt(SHARDS.size())));
      }
      String answer = RawHttp.get(server.port(), target.toString());
      assertThat(answer).as("%s", target).matches("(?s)HTTP/1.1 [234].*");
      assertThat(answer).as("%s", target).doesNotContain("\tat io.", "Exception");
    }
  }

  @Seeded
  @Test
  void request_anyBytes_isNeverA5xx(RandomGenerator random) throws IOException {
    for (int i = 0; i < FUZZED / 4; i++) {
      byte[] noise = new byte[random.nextInt(1, 200)];
      random.nextBytes(noise);
      byte[] line = "GET /v1/search?q=".getBytes(StandardCharsets.US_ASCII);
      byte[] end =
          " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      byte[] request = new byte[line.length + noise.length + end.length];
      System.arraycopy(line, 0, request, 0, line.length);
      System.arraycopy(noise, 0, request, line.length, noise.length);
      System.arraycopy(end, 0, request, line.length + noise.length, end.length);
      assertThat(RawHttp.send(server.port(), request)).doesNotStartWith("HTTP/1.1 5");
    }
    assertThat(server.get("/health").statusCode()).isEqualTo(200);
  }

  private static void assertCallersFault(String answer, String request) {
    assertThat(answer).as(request).startsWith("HTTP/1.1 4");
    assertThat(answer).as(request).contains("application/problem+json").contains("\"code\":\"");
    assertThat(answer).as(request).doesNotContain("\tat ").doesNotContain("Exception");
  }
}
