package io.xunbao.queryapi;

/** A request that breaks a rule; its message states the rule, the value and the way out. */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;

  public InvalidRequest(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Names the rule for programs, such as {@code query-too-long}; it never changes. */
  public String code() {
    return code;
  }
}
