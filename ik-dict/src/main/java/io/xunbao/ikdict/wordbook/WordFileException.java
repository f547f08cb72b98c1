package io.xunbao.ikdict.wordbook;

import java.util.List;
import java.util.stream.Collectors;

/** Word files that must not be used; the words before them stay in place. */
public final class WordFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  WordFileException(List<Problem> errors) {
    super(errors.stream().map(Problem::toString).collect(Collectors.joining("\n")));
  }
}
