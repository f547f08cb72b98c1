package io.xunbao.standalone.cli;

/**
 * A failure that the user can mend: its message states what happened, the value and the way out,
 * and is printed without a stack trace.
 */
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CliException(String message) {
    super(message);
  }

  CliException(String message, Throwable cause) {
    super(message, cause);
  }
}
