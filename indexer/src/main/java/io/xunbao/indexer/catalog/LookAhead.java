package io.xunbao.indexer.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines that can be looked at before they are taken. */
final class LookAhead {
  private final LineSource lines;
  private final List<Line> waiting = new ArrayList<>();
  private @Nullable IOException failure;

  LookAhead(LineSource lines) {
    this.lines = lines;
  }

  /** Takes the next line, or null at the end. */
  @Nullable Line take() throws IOException {
    Line line = peek(0);
    if (line == null) {
      if (failure != null) {
        throw failure;
      }
      return null;
    }
    waiting.removeFirst();
    return line;
  }

  /** The line that is {@code ahead} further on; null beyond the end or beyond a read failure. */
  @Nullable Line peek(int ahead) {
    while (waiting.size() <= ahead) {
      Line line = read();
      if (line == null) {
        return null;
      }
      waiting.add(line);
    }
    return waiting.get(ahead);
  }

  /** Forgets the next {@code count} lines, which must have been looked at. */
  void drop(int count) {
    waiting.subList(0, count).clear();
  }

  /** A failure waits until the lines before it have been taken. */
  private @Nullable Line read() {
    if (failure != null) {
      return null;
    }
    try {
      return lines.next();
    } catch (IOException broken) {
      failure = broken;
      return null;
    }
  }
}
