package io.xunbao.queryapi.http;

import io.xunbao.queryapi.InvalidRequest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every problem that the API can answer with; the codes are part of its contract. */
final class Problems {
  private static final int SHOWN = 80;

  private Problems() {}

  static ProblemException badParameter(String code, @Nullable String parameter, String detail) {
    return badRequest(code, "A parameter breaks a rule", detail, parameter);
  }

  /** The problem of a request that the service refused. */
  static Problem of(InvalidRequest refused) {
    String detail = Objects.requireNonNullElse(refused.getMessage(), refused.code());
    return badParameter(refused.code(), null, detail).problem();
  }

  static ProblemException unknownParameter(String name, Collection<String> known) {
    String detail =
        known.isEmpty()
            ? "this route takes no parameters, got " + shown(name) + ": leave it out"
            : "no such parameter: "
                + shown(name)
                + ". "
                + DidYouMean.sentence(name, known)
                + " Known here: "
                + String.join(", ", known);
    return badRequest("unknown-parameter", "Unknown parameter", detail, shown(name));
  }

  static ProblemException duplicateParameter(String name) {
    return badRequest(
        "duplicate-parameter",
        "A parameter is given twice",
        name + " must be given at most once: leave one out",
        name);
  }

  static ProblemException malformedQuery(String detail) {
    return badRequest("malformed-query-string", "The query string cannot be read", detail, null);
  }

  static ProblemException productNotFound(String id) {
    return new ProblemException(
        new Problem(
            "product-not-found",
            "No such product",
            404,
            "the published snapshot has no product " + shown(id) + ": it may have been deleted",
            null,
            null));
  }

  static Problem routeNotFound(String method, String path, Collection<String> routes) {
    return new Problem(
        "route-not-found",
        "No such route",
        404,
        "no route "
            + shown(method)
            + " "
            + shown(path)
            + ". "
            + DidYouMean.sentence(path, routes)
            + " All routes are in /openapi.yaml",
        null,
        null);
  }

  static Problem methodNotAllowed(String method, String path, String allowed) {
    return new Problem(
        "method-not-allowed",
        "The route does not take this method",
        405,
        shown(path) + " takes " + allowed + ", got " + shown(method.toUpperCase(Locale.ROOT)),
        null,
        null);
  }

  static Problem overloaded() {
    return new Problem(
        "overloaded",
        "Too many requests at once",
        503,
        "the server takes as many requests at once as it can answer in time: try again after the"
            + " time in Retry-After",
        null,
        null);
  }

  static ProblemException bodyTooLarge(long limit) {
    return new ProblemException(
        new Problem(
            "body-too-large",
            "The request body is too large",
            413,
            "a request body may have " + limit + " bytes here, got more: send it in parts",
            null,
            null));
  }

  static ProblemException wrongMediaType(String given) {
    return new ProblemException(
        new Problem(
            "media-type",
            "The route does not take this media type",
            415,
            "the body must be JSON, one object a line: send Content-Type: application/x-ndjson, got"
                + " "
                + (given.isEmpty() ? "none" : shown(given)),
            null,
            null));
  }

  /** Records that were refused; nothing of the request was taken. */
  static ProblemException refusedRecords(int records, int refused, List<LineError> errors) {
    LineError first = errors.getFirst();
    String detail =
        refused
            + " of "
            + records
            + " records break a rule, so none was taken: mend or leave out the lines in errors, and"
            + " send all again. Line "
            + first.line()
            + ": "
            + first.detail();
    return new ProblemException(
        new Problem("records-refused", "Records break a rule", 422, detail, null, null, errors));
  }

  static ProblemException feedUnavailable(String detail) {
    return new ProblemException(
        new Problem(
            "stream-unavailable", "The stream takes no records now", 503, detail, null, null));
  }

  static ProblemException feedFull(String detail) {
    return new ProblemException(
        new Problem("disk-full", "There is no room for more", 507, detail, null, null));
  }

  static Problem notReady(String detail) {
    return new Problem("not-ready", "The index cannot be read yet", 503, detail, null, null);
  }

  static Problem internal() {
    return new Problem(
        "internal-error",
        "The server failed",
        500,
        "this is a fault of the server, not of the request: its log has the cause under the"
            + " instance named here",
        null,
        null);
  }

  /** The value as it may be shown: cut, and without control characters or halves of a character. */
  static String shown(String value) {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .limit(SHOWN)
        .map(c -> Character.isISOControl(c) || isSurrogate(c) ? '\uFFFD' : c)
        .forEach(text::appendCodePoint);
    if (value.codePointCount(0, value.length()) > SHOWN) {
      text.append('…');
    }
    return text.toString();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static ProblemException badRequest(
      String code, String title, String detail, @Nullable String parameter) {
    return new ProblemException(new Problem(code, title, 400, detail, parameter, null));
  }
}
