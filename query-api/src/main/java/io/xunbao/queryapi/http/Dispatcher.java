package io.xunbao.queryapi.http;

import io.helidon.common.concurrency.limits.LimitAlgorithm;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.xunbao.queryapi.InvalidRequest;
import io.xunbao.queryapi.log.AccessLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings requests to endpoints, and whatever comes of it back: replies, problems, log, metrics. */
final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final String UNKNOWN_ROUTE = "(none)";

  private final List<Endpoint> endpoints;
  private final Limits limits;
  private final Admission admission;
  private final FeedBudget feedBudget;
  private final Metrics metrics;
  private final AccessLog accessLog;
  private final RequestIds ids = new RequestIds();

  Dispatcher(
      List<Endpoint> endpoints,
      Limits limits,
      Admission admission,
      Metrics metrics,
      AccessLog accessLog) {
    this.endpoints = List.copyOf(endpoints);
    this.limits = limits;
    this.admission = admission;
    this.feedBudget = new FeedBudget(limits.feedBytes());
    this.metrics = metrics;
    this.accessLog = accessLog;
  }

  void register(HttpRouting.Builder routing) {
    for (Endpoint endpoint : endpoints) {
      routing.any(endpoint.path(), (request, response) -> serve(endpoint, request, response));
    }
    routing.any((request, response) -> serve(null, request, response));
  }

  private void serve(@Nullable Endpoint endpoint, ServerRequest request, ServerResponse response) {
    long start = System.nanoTime();
    String id = ids.next();
    Reply reply = reply(endpoint, request, id);
    String route = endpoint == null ? UNKNOWN_ROUTE : endpoint.path();
    int sent = Replies.send(reply.withHeader("X-Request-Id", id), request, response);
    long took = System.nanoTime() - start;
    metrics.request(route, reply.status(), took);
    accessLog.write(
        new AccessLog.Entry(
            id, request.prologue().method().text(), route, reply.status(), took, sent));
  }

  private Reply reply(@Nullable Endpoint endpoint, ServerRequest request, String id) {
    try {
      if (endpoint == null) {
        return Reply.problem(unknownRoute(request).at(id));
      }
      String method = request.prologue().method().text();
      boolean taken =
          method.equals(endpoint.method())
              || ("HEAD".equals(method) && "GET".equals(endpoint.method()));
      if (!taken) {
        String allowed = "GET".equals(endpoint.method()) ? "GET, HEAD" : endpoint.method();
        return Reply.problem(Problems.methodNotAllowed(method, endpoint.path(), allowed).at(id))
            .withHeader("Allow", allowed);
      }
      if (method.equals("POST")) {
        return fed(endpoint, request, id);
      }
      return endpoint.limited()
          ? limited(endpoint, request, id)
          : endpoint.answer(parameters(endpoint, request));
    } catch (ProblemException e) {
      return Reply.problem(e.problem().at(id));
    } catch (InvalidRequest e) {
      return Reply.problem(Problems.of(e).at(id));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("request {} failed", id, e);
      return Reply.problem(Problems.internal().at(id));
    }
  }

  private Reply overloaded(String id) {
    metrics.refused();
    return Reply.problem(Problems.overloaded().at(id)).withHeader("Retry-After", "1");
  }

  private Reply fed(Endpoint endpoint, ServerRequest request, String id) {
    Optional<FeedBudget.Room> room = feedBudget.tryTake(request.headers().contentLength());
    if (room.isEmpty()) {
      return overloaded(id);
    }
    try (FeedBudget.Room held = room.get()) {
      return endpoint.answer(parameters(endpoint, request));
    }
  }

  private Reply limited(Endpoint endpoint, ServerRequest request, String id) {
    Parameters parameters = parameters(endpoint, request);
    Optional<LimitAlgorithm.Token> permit = admission.tryEnter();
    if (permit.isEmpty()) {
      return overloaded(id);
    }
    LimitAlgorithm.Token token = permit.get();
    boolean answered = false;
    try {
      Reply reply = endpoint.answer(parameters);
      answered = true;
      return reply;
    } finally {
      if (answered) {
        token.success();
      } else {
        token.ignore();
      }
    }
  }

  private Problem unknownRoute(ServerRequest request) {
    List<String> paths = endpoints.stream().map(Endpoint::path).toList();
    return Problems.routeNotFound(
        request.prologue().method().text(), request.prologue().uriPath().path(), paths);
  }

  private Parameters parameters(Endpoint endpoint, ServerRequest request) {
    Map<String, String> path = new HashMap<>();
    var matched = request.path().pathParameters();
    for (String name : matched.names()) {
      path.put(name, matched.get(name));
    }
    Parameters parameters =
        new Parameters(
            QueryString.parse(request.prologue().query().rawValue()),
            path,
            RequestBodies.read(endpoint, request, limits));
    if (!endpoint.takesAnyParameter()) {
      parameters.require(endpoint.parameters(), endpoint.repeatable());
    }
    return parameters;
  }
}
