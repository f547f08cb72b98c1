package io.xunbao.queryapi.http;

import static io.xunbao.queryapi.http.TestServer.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.queryapi.RankerName;
import io.xunbao.queryapi.web.WebSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the description and the server together, both ways. */
final class OpenApiTest {
  private static TestServer server;
  private static JsonNode description;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    description = new YAMLMapper().readTree(server.get("/openapi.yaml").body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void description_routesAndParameters_areThoseOfTheServer() {
    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path -> {
              path.getValue()
                  .propertyNames()
                  .forEach(method -> described.add(method + " " + path.getKey()));
              for (JsonNode parameter : path.getValue().at("/get/parameters")) {
                if (parameter.path("in").asString().equals("query")) {
                  described.add(path.getKey() + "?" + parameter.path("name").asString());
                }
              }
            });
    Set<String> served = new TreeSet<>();
    for (Endpoint endpoint : endpoints()) {
      String path = endpoint.path().replace("{+", "{");
      served.add(endpoint.method().toLowerCase(Locale.ROOT) + " " + path);
      endpoint.parameters().forEach(name -> served.add(path + "?" + name));
    }
    assertThat(described).isEqualTo(served);
  }

  @Test
  void description_everyGet_isAnswered() {
    for (Endpoint endpoint : endpoints()) {
      if (!endpoint.method().equals("GET")) {
        continue;
      }
      String path =
          endpoint
              .path()
              .replace("{id}", "sample-1")
              .replace("{version}/{+file}", WebSite.load().version() + "/storefront.js");
      assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void description_rankers_areThoseOfTheService() {
    List<String> described = new ArrayList<>();
    for (JsonNode parameter : description.at("/paths/~1v1~1search/get/parameters")) {
      if (parameter.path("name").asString().equals("ranker")) {
        parameter.at("/schema/enum").forEach(name -> described.add(name.asString()));
      }
    }
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            List.of(RankerName.values()).stream().map(RankerName::wireName).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/search?q=面霜 补水&explain=true&audience=merchandiser&lang=en&trace=true&size=50, Search",
    "/v1/search?q=红色连衣群&filter=price:0-900&size=2, Search",
    "/v1/products/sample-3, Product",
    "/v1/products/sample-3/similar?size=3, Recommendations",
    "/v1/recommendations?user=u-1&size=2, Recommendations",
    "/v1/suggest?q=连, Suggestions",
    "/v1/analyze?text=红色连衣裙, Analysis",
    "/health, Health",
    "/ready, Ready",
    "/v1/search?qq=1, Problem"
  })
  void answer_fields_areExactlyTheDescribedOnes(String target, String schema) {
    int query = target.indexOf('?') + 1;
    String address =
        query == 0
            ? target
            : target.substring(0, query)
                + encoded(target.substring(query)).replace("%3D", "=").replace("%26", "&");
    require(server.json(address), schema, schema);
  }

  /** Fails on a field that is not described, a described one of another kind, a missing one. */
  private static void require(JsonNode value, String schemaName, String at) {
    JsonNode schema = description.at("/components/schemas/" + schemaName);
    value
        .properties()
        .forEach(
            field -> {
              JsonNode described = schema.path("properties").path(field.getKey());
              assertThat(described.isMissingNode())
                  .as("%s.%s is not described", at, field.getKey())
                  .isFalse();
              requireKind(field.getValue(), described, at + "." + field.getKey());
            });
    for (JsonNode name : schema.path("required")) {
      assertThat(value.has(name.asString())).as("%s.%s", at, name.asString()).isTrue();
    }
  }

  private static void requireKind(JsonNode value, JsonNode described, String at) {
    if (described.has("$ref")) {
      String reference = described.path("$ref").asString();
      require(value, reference.substring(reference.lastIndexOf('/') + 1), at);
      return;
    }
    boolean right =
        switch (described.path("type").asString()) {
          case "string" -> value.isString();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "array" -> value.isArray();
          case "object" -> value.isObject();
          default -> false;
        };
    assertThat(right).as("%s must be %s, got %s", at, described, value).isTrue();
    for (JsonNode item : value) {
      if (value.isArray()) {
        requireKind(item, described.path("items"), at + "[]");
      }
    }
  }

  private static List<Endpoint> endpoints() {
    return Routes.endpoints(
        ServerConfig.onPort(0),
        new InMemorySearch(SampleProducts.all()),
        StreamLinks.off(),
        new Metrics(),
        WebSite.load());
  }
}
