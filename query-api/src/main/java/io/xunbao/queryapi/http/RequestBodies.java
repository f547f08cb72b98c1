package io.xunbao.queryapi.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads request bodies, and no more of them than the route allows. */
final class RequestBodies {
  private static final byte[] NONE = {};

  /**
   * Of a body that is too large so much is read and thrown away before it is refused: closing a
   * connection with unread bytes resets it, and a client that is still sending would see a broken
   * pipe in place of the answer.
   */
  static final long LINGER = 64L << 20;

  private RequestBodies() {}

  /**
   * The body of a POST; what a GET carries has no meaning and is not read.
   *
   * @throws ProblemException when it is too large, or of a media type that a page of another site
   *     could send without asking first
   */
  static byte[] read(Endpoint endpoint, ServerRequest request, Limits limits) {
    boolean feeds = "POST".equals(endpoint.method());
    long limit = feeds ? limits.feedBytes() : limits.bodyBytes();
    if (request.headers().contentLength().orElse(0) > limit) {
      discard(request);
      throw Problems.bodyTooLarge(limit);
    }
    if (!feeds) {
      return NONE;
    }
    String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    if (!type.matches("application/(x-ndjson|jsonl|json-lines|json)(\\s*;.*)?")) {
      throw Problems.wrongMediaType(type);
    }
    try (InputStream content = request.content().inputStream()) {
      byte[] body = content.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, limit + 1));
      if (body.length > limit) {
        content.skip(LINGER);
        throw Problems.bodyTooLarge(limit);
      }
      return body;
    } catch (IOException broken) {
      throw brokeOff(broken);
    }
  }

  /** A client that asks before it sends has sent nothing yet, and need not. */
  private static void discard(ServerRequest request) {
    if (request.headers().contains(HeaderNames.EXPECT)) {
      return;
    }
    try (InputStream content = request.content().inputStream()) {
      content.skip(LINGER);
    } catch (IOException broken) {
      throw brokeOff(broken);
    }
  }

  private static UncheckedIOException brokeOff(IOException broken) {
    return new UncheckedIOException("the request's body broke off", broken);
  }
}
