package io.xunbao.queryapi.http;

import java.util.Set;

/** One route: its path, its method, its parameters and what it does. */
interface Endpoint {
  /** The path, with named parts in braces, such as {@code /v1/products/{id}}. */
  String path();

  /** What it takes: GET, and HEAD with it; or POST with a body. */
  default String method() {
    return "GET";
  }

  /** Names of the query parameters; any other is refused. */
  default Set<String> parameters() {
    return Set.of();
  }

  /** Those parameters that may be given several times. */
  default Set<String> repeatable() {
    return Set.of();
  }

  /** Whether the query string is not the route's business, as that of a page. */
  default boolean takesAnyParameter() {
    return false;
  }

  /** Whether the route does the work of a search and so counts towards the limit on concurrency. */
  default boolean limited() {
    return false;
  }

  /**
   * Answers one request.
   *
   * @throws ProblemException when the request breaks a rule
   */
  Reply answer(Parameters parameters);
}
