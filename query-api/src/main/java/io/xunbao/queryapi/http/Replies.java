package io.xunbao.queryapi.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;

/** Writes replies to the wire. */
final class Replies {
  private static final int WORTH_COMPRESSING = 2 * 1024;

  private Replies() {}

  /** Sends the reply, compressed where that pays and the caller takes it; the bytes of the body. */
  static int send(Reply reply, ServerRequest request, ServerResponse response) {
    response.status(Status.create(reply.status()));
    SecurityHeaders.ALWAYS.forEach(response::header);
    reply.headers().forEach((name, value) -> header(response, name, value));
    if (!reply.headers().containsKey("Content-Security-Policy")) {
      response.header(SecurityHeaders.NO_PAGE);
    }
    if (reply.status() == Status.NOT_MODIFIED_304.code()) {
      response.send();
      return 0;
    }
    header(response, "Content-Type", reply.mediaType());
    byte[] body = body(reply, request, response);
    if (Method.HEAD.equals(request.prologue().method())) {
      header(response, "Content-Length", Integer.toString(body.length));
      response.send();
      return 0;
    }
    response.send(body);
    return body.length;
  }

  private static byte[] body(Reply reply, ServerRequest request, ServerResponse response) {
    if (reply.headers().containsKey("Content-Encoding")
        || reply.body().length < WORTH_COMPRESSING) {
      return reply.body();
    }
    header(response, "Vary", "Accept-Encoding");
    if (!acceptsGzip(request)) {
      return reply.body();
    }
    header(response, "Content-Encoding", "gzip");
    return Gzip.compressed(reply.body());
  }

  private static boolean acceptsGzip(ServerRequest request) {
    return request
        .headers()
        .first(HeaderNames.ACCEPT_ENCODING)
        .filter(value -> Gzip.isAccepted(value))
        .isPresent();
  }

  private static void header(ServerResponse response, String name, String value) {
    response.header(
        HeaderValues.create(HeaderNames.create(name.toLowerCase(Locale.ROOT), name), value));
  }
}
