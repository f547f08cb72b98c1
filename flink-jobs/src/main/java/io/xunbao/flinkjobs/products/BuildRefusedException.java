package io.xunbao.flinkjobs.products;

import java.io.IOException;

/** A build that cannot go on; the message names the ways out. */
public final class BuildRefusedException extends IOException {
  private static final long serialVersionUID = 1;

  BuildRefusedException(String message) {
    super(message);
  }

  BuildRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
