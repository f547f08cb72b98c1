package io.xunbao.ikdict.wordbook;

import java.util.Objects;

/**
 * Something that is wrong, or may be, with a word file.
 *
 * @param severity whether the file can be used
 * @param file the file's name
 * @param line its line, counted from 1, or 0 for the whole file
 * @param message the rule, the value and the way out
 */
public record Problem(Severity severity, String file, int line, String message) {
  public Problem {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(message, "message");
  }

  /** Whether the file must not be used. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public String toString() {
    String level = severity == Severity.ERROR ? "error" : "warning";
    return file + ":" + line + ": " + level + ": " + message;
  }

  /** How bad it is. */
  public enum Severity {
    /** The file can be used, but look at it. */
    WARNING,
    /** The file must not be used. */
    ERROR
  }
}
