package io.xunbao.ranker.eval;

import java.io.IOException;

/** A line of a text file that breaks the file's format: names the file, the line and the rule. */
public final class LineFormatException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param source name of the file
   * @param line number of the line, from 1
   * @param problem the rule and the value that breaks it
   */
  public LineFormatException(String source, int line, String problem) {
    super(source + ", line " + line + ": " + problem);
  }
}
