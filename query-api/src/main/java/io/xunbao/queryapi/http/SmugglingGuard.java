package io.xunbao.queryapi.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.RequestException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/**
 * Refuses requests whose length two readers could see differently (RFC 9112, 6.1 and 6.3): both a
 * length and a transfer coding, several lengths, or a coding other than chunked.
 */
final class SmugglingGuard implements Http1ConnectionListener {
  @Override
  public void headers(ConnectionContext context, Headers headers) {
    boolean length = headers.contains(HeaderNames.CONTENT_LENGTH);
    boolean coding = headers.contains(HeaderNames.TRANSFER_ENCODING);
    if (length && coding) {
      throw refused("a request must not have both Content-Length and Transfer-Encoding");
    }
    if (count(headers, HeaderNames.CONTENT_LENGTH) > 1) {
      throw refused("Content-Length must be given once");
    }
    if (coding && !"chunked".equalsIgnoreCase(headers.get(HeaderNames.TRANSFER_ENCODING).get())) {
      throw refused("Transfer-Encoding must be chunked");
    }
    if (length && !isLength(headers.get(HeaderNames.CONTENT_LENGTH).get())) {
      throw refused("Content-Length must be a number");
    }
  }

  private static int count(Headers headers, HeaderName name) {
    return headers.contains(name) ? headers.get(name).valueCount() : 0;
  }

  private static boolean isLength(String value) {
    return !value.isEmpty() && value.length() <= 18 && value.chars().allMatch(Character::isDigit);
  }

  private static RequestException refused(String message) {
    return RequestException.builder()
        .type(DirectHandler.EventType.BAD_REQUEST)
        .message(message)
        .setKeepAlive(false)
        .build();
  }
}
