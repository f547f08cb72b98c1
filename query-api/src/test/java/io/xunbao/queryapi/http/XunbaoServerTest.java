package io.xunbao.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.queryapi.web.WebSite;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class XunbaoServerTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void start_portTaken_namesThePortAndTheWayOut() {
    try (XunbaoServer second =
        new XunbaoServer(
            ServerConfig.onPort(server.port()), new InMemorySearch(SampleProducts.all()))) {
      assertThatThrownBy(second::start)
          .isInstanceOf(PortInUseException.class)
          .hasMessageContaining("port " + server.port())
          .hasMessageContaining("--port");
    }
  }

  @Test
  void config_addressThatIsNotLoopback_isRefused() throws Exception {
    InetAddress everywhere = InetAddress.getByName("0.0.0.0");
    assertThatThrownBy(() -> new ServerConfig(everywhere, 0, Limits.defaults(), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loopback")
        .hasMessageContaining("0.0.0.0");
  }

  @Test
  void page_policy_allowsOnlyThisServerAndTheImportMap() {
    HttpResponse<String> page = server.get("/");
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self' 'sha256-", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http:", "https:");
    assertThat(page.body()).contains("importmap").doesNotContain("{{");
  }

  @Test
  void asset_ofThisVersion_isKeptForEverAndOfAnotherIsNotFound() {
    String version = WebSite.load().version();
    HttpResponse<String> script = server.get("/assets/" + version + "/storefront.js");
    assertThat(script.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(script.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/javascript");
    assertThat(server.get("/assets/000000000000/storefront.js").statusCode()).isEqualTo(404);
    assertThat(server.get("/assets/" + version + "/openapi.yaml").statusCode()).isEqualTo(404);
  }

  @Test
  void answer_acceptedGzip_isTheSameCompressed() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/v1/search?size=50"))
            .header("Accept-Encoding", "br, gzip;q=0.8")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
      assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
      byte[] plain = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
      assertThat(new String(plain, StandardCharsets.UTF_8))
          .isEqualTo(server.get("/v1/search?size=50").body());
    }
  }

  @Test
  void gzip_weightZero_isNotAccepted() {
    assertThat(Gzip.isAccepted("gzip;q=0, br")).isFalse();
    assertThat(Gzip.isAccepted("deflate, GZIP")).isTrue();
    assertThat(Gzip.isAccepted("br")).isFalse();
  }

  @Test
  void head_search_hasTheHeadersAndNoBody() {
    HttpResponse<String> head =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/search?q=a"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
  }

  @Test
  void suggest_prefix_completesFromTheCatalogue() {
    assertThat(server.get("/v1/suggest?q=" + TestServer.encoded("云")).body())
        .contains("{\"text\":\"云岚\",\"kind\":\"brand\"}");
    assertThat(server.get("/v1/suggest?q=" + TestServer.encoded("红色连衣")).body())
        .as("a combination that finds nothing in this catalogue of exact words is not offered")
        .contains("红色连衣裙");
    assertThat(server.get("/v1/suggest?q=").body()).contains("\"suggestions\":[]");
  }
}
