package io.xunbao.queryapi.http;

import java.net.InetAddress;
import java.util.Objects;

/**
 * Where and how the server listens.
 *
 * @param address to bind; only a loopback address is accepted while there are no keys and no TLS
 * @param port to bind; 0 takes a free one
 * @param limits on requests
 * @param generatedData whether the index holds generated sample data, which every page then says
 */
public record ServerConfig(InetAddress address, int port, Limits limits, boolean generatedData) {
  public static final int DEFAULT_PORT = 8080;
  private static final int MAX_PORT = 65_535;

  public ServerConfig {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(limits, "limits");
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port must be from 0 to " + MAX_PORT + ", got " + port);
    }
    if (!address.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "address must be a loopback address, got "
              + address.getHostAddress()
              + ": without API keys and TLS anybody who reaches it could read and load the server."
              + " Bind 127.0.0.1 and put a proxy with TLS and authentication in front");
    }
  }

  /** Loopback, default limits, real data. */
  public static ServerConfig onPort(int port) {
    return new ServerConfig(InetAddress.getLoopbackAddress(), port, Limits.defaults(), false);
  }

  /** The same with other limits. */
  public ServerConfig withLimits(Limits other) {
    return new ServerConfig(address, port, other, generatedData);
  }

  /** The same with data that is called generated, or real. */
  public ServerConfig withGeneratedData(boolean generated) {
    return new ServerConfig(address, port, limits, generated);
  }
}
