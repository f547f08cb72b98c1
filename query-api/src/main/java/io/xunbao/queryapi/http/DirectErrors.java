package io.xunbao.queryapi.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/** Turns what Helidon refuses before any route is reached into problems. */
final class DirectErrors {
  private DirectErrors() {}

  static DirectHandlers handlers(Limits limits) {
    DirectHandler handler =
        (request, event, status, headers, message) ->
            respond(problem(event, status, message == null ? "" : message, limits), headers);
    DirectHandlers.Builder builder = DirectHandlers.builder();
    for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
      builder.addHandler(event, handler);
    }
    return builder.build();
  }

  static Problem problem(
      DirectHandler.EventType event, Status status, String message, Limits limits) {
    if (status.code() == Status.REQUEST_URI_TOO_LONG_414.code()) {
      String detail =
          "a request line may have " + limits.uriBytes() + " bytes, got more: shorten the query";
      return problem("uri-too-long", "The request line is too long", 414, detail);
    }
    if (status.code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()) {
      String detail = "a request body may have " + limits.bodyBytes() + " bytes, got more";
      return problem("body-too-large", "The request body is too large", 413, detail);
    }
    if (message.startsWith("Header size exceeded")) {
      String detail = "all headers together may have " + limits.headerBytes() + " bytes, got more";
      return problem("headers-too-large", "The request headers are too large", 431, detail);
    }
    return switch (event) {
      case INTERNAL_ERROR -> Problems.internal();
      case HTTP_VERSION_NOT_SUPPORTED ->
          problem("http-version", "Unknown HTTP version", 505, "the server speaks HTTP/1.1");
      default ->
          problem(
              "malformed-request",
              "The request is not well-formed HTTP",
              status.code() >= 400 && status.code() < 500 ? status.code() : 400,
              "the request line and headers must follow RFC 9112, and do not: "
                  + Problems.shown(message.lines().findFirst().orElse("")));
    };
  }

  private static Problem problem(String code, String title, int status, String detail) {
    return new Problem(code, title, status, detail, null, null);
  }

  private static DirectHandler.TransportResponse respond(
      Problem problem, ServerResponseHeaders headers) {
    DirectHandler.TransportResponse.Builder response =
        DirectHandler.TransportResponse.builder()
            .status(Status.create(problem.status()))
            .headers(headers)
            .keepAlive(false)
            .header(HeaderValues.create(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE));
    SecurityHeaders.ALWAYS.forEach(response::header);
    return response.entity(Json.bytes(problem)).build();
  }
}
