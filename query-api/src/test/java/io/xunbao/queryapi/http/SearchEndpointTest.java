package io.xunbao.queryapi.http;

import static io.xunbao.queryapi.http.TestServer.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class SearchEndpointTest {
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
  void search_words_answersHitsWithHighlightsFacetsAndExactPrices() {
    JsonNode answer = server.json("/v1/search?size=3&q=" + encoded("连衣裙"));
    assertThat(answer.path("total").path("value").asInt()).isEqualTo(24);
    assertThat(answer.path("hits").size()).isEqualTo(3);
    assertThat(answer.path("generatedData").asBoolean()).isTrue();
    JsonNode hit = answer.path("hits").path(0);
    String title = hit.path("product").path("title").asString();
    JsonNode range = hit.path("highlights").path(0);
    assertThat(title.substring(range.path("start").asInt(), range.path("end").asInt()))
        .isEqualTo("连衣裙");
    assertThat(hit.path("product").path("price").decimalValue().movePointRight(2).longValueExact())
        .isEqualTo(hit.path("product").path("priceFen").asLong());
    assertThat(answer.path("facets").path("brand").size()).isPositive();
  }

  @Test
  void search_cursor_continuesWithoutOverlapUntilTheEnd() {
    String q = "/v1/search?size=10&q=" + encoded("连衣裙");
    JsonNode page = server.json(q);
    int seen = page.path("hits").size();
    while (page.hasNonNull("cursor")) {
      page = server.json(q + "&cursor=" + page.path("cursor").asString());
      assertThat(page.path("hits").path(0).path("position").asInt()).isEqualTo(seen + 1);
      seen += page.path("hits").size();
    }
    assertThat(seen).isEqualTo(24);
  }

  @Test
  void search_facetFilter_givesExactlyTheCountedProducts() {
    JsonNode facets = server.json("/v1/search?q=" + encoded("连衣裙")).path("facets");
    for (String field : new String[] {"brand", "category", "shop", "price"}) {
      for (JsonNode value : facets.path(field)) {
        JsonNode filtered =
            server.json(
                "/v1/search?q="
                    + encoded("连衣裙")
                    + "&filter="
                    + encoded(value.path("filter").asString()));
        assertThat(filtered.path("total").path("value").asLong())
            .as("%s", value)
            .isEqualTo(value.path("count").asLong());
      }
    }
  }

  @Test
  void search_rawUtf8InTheRequestLine_isReadAsEncoded() throws Exception {
    String answer = RawHttp.get(server.port(), "/v1/search?q=连衣裙&size=1");
    assertThat(answer).startsWith("HTTP/1.1 200").contains("\"query\":\"连衣裙\"");
  }

  @Test
  void search_explain_partsAddUpToTheScore() {
    JsonNode hit =
        server.json("/v1/search?explain=true&size=1&q=" + encoded("连衣裙 收腰")).at("/hits/0");
    double sum = 0;
    for (JsonNode part : hit.at("/explanation/parts")) {
      sum += part.path("value").asDouble();
    }
    assertThat(sum).isEqualTo(hit.path("score").asDouble());
  }

  @Test
  void search_trace_onlyWhenAsked() {
    assertThat(server.json("/v1/search?q=a").has("trace")).isFalse();
    assertThat(server.json("/v1/search?q=a&trace=true").path("trace").isArray()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qq=a | unknown-parameter | Did you mean q?",
        "q=a&q=b | duplicate-parameter | at most once",
        "q=a&size=0 | size-out-of-range | from 1 to 100, got 0",
        "q=a&size=x | size-out-of-range | got x",
        "q=a&sort=price_ascc | unknown-sort | Did you mean price_asc?",
        "q=a&ranker=bm26 | unknown-ranker | Did you mean bm25?",
        "q=a&filter=brnd:x | unknown-filter-field | Did you mean brand?",
        "q=a&filter=brand: | filter-invalid | must have a value",
        "q=a&filter=price:9-1 | filter-invalid | must not be above",
        "q=a&filter=price:1.234- | filter-invalid | two decimals",
        "q=a&filter=price:1-2&filter=price:3-4 | filter-invalid | at most once",
        "q=a&explain=yes | flag-invalid | true or false",
        "q=a&explain=true&audience=boss | unknown-audience | shopper, merchandiser, engineer",
        "q=a&audience=shopper | audience-needs-explain | explain=true",
        "q=a&explain=true&lang=en | lang-needs-audience | audience",
        "q=a&explain=true&audience=shopper&lang=fr | unknown-lang | zh, en",
        "q=a&cursor=zzz | cursor-invalid | cursor",
        "q=%ff | malformed-query-string | UTF-8",
        "q=%ed%a0%80 | malformed-query-string | UTF-8",
        "q=a%0d%0aSet-Cookie:x | control-character | line ends",
        "q=a%00 | control-character | control characters"
      })
  void search_brokenRule_isAProblemWithCodeAndWayOut(String query, String code, String detail) {
    HttpResponse<String> response = server.get("/v1/search?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = TestServer.parse(response.body());
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("type").asString()).isEqualTo("urn:xunbao:problem:" + code);
    assertThat(problem.path("detail").asString()).contains(detail);
    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(problem.path("instance").asString())
        .endsWith(response.headers().firstValue("X-Request-Id").orElseThrow());
  }

  @Test
  void search_queryOf513CodePoints_isRefusedAnd512Taken() {
    assertThat(server.get("/v1/search?q=" + encoded("连".repeat(512))).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = server.get("/v1/search?q=" + encoded("连".repeat(513)));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("query-too-long").contains("513");
  }

  @Test
  void search_queryOf100000Characters_is414ThatTheCallerSees() throws Exception {
    String answer = RawHttp.get(server.port(), "/v1/search?q=" + "连".repeat(100_000));
    assertThat(answer).startsWith("HTTP/1.1 414").contains("uri-too-long").contains("16384");
  }
}
