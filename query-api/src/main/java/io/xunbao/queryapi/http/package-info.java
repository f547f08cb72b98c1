/**
 * The HTTP API. Entry type: {@link io.xunbao.queryapi.http.XunbaoServer}.
 *
 * <p>Each route is an {@link io.xunbao.queryapi.http.Endpoint}: a pure function from checked
 * parameters to a {@link io.xunbao.queryapi.http.Reply}, which knows nothing of the server under
 * it. Everything that goes wrong is a {@link io.xunbao.queryapi.http.Problem} (RFC 9457).
 *
 * <pre>{@code
 * try (XunbaoServer server = new XunbaoServer(ServerConfig.onPort(8080), service)) {
 *   server.start();
 * }
 * }</pre>
 */
@NullMarked
package io.xunbao.queryapi.http;

import org.jspecify.annotations.NullMarked;
