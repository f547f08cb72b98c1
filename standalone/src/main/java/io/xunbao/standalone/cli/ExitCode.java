package io.xunbao.standalone.cli;

/** What the process answers to its caller. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int WORSE_THAN_GATE = 3;

  private ExitCode() {}
}
