package io.xunbao.queryapi.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The port cannot be bound, most likely because another process has it. */
public final class PortInUseException extends IOException {
  private static final long serialVersionUID = 1;

  PortInUseException(ServerConfig config, @Nullable Throwable cause) {
    super(
        "port "
            + config.port()
            + " of "
            + config.address().getHostAddress()
            + " cannot be bound; another process most likely uses it: choose another with --port,"
            + " or --port 0 for any free one",
        cause);
  }
}
