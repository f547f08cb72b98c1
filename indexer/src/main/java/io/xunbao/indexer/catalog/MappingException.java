package io.xunbao.indexer.catalog;

/**
 * A mapping that cannot be used: unreadable, with an unknown key, or naming a field that the source
 * does not have. The message says where and names the way out.
 */
public final class MappingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MappingException(String message) {
    super(message);
  }

  public MappingException(String message, Throwable cause) {
    super(message, cause);
  }
}
