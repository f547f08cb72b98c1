package io.xunbao.indexer.catalog;

import java.util.List;

/**
 * What the rows of a table look like: how many columns, and which of them hold a number.
 *
 * @param numeric for each column whether the row held a number there
 */
record RowShape(boolean[] numeric) {
  static RowShape of(List<String> values) {
    boolean[] numeric = new boolean[values.size()];
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] = isNumber(values.get(i));
    }
    return new RowShape(numeric);
  }

  /** Whether a row has as many columns, and numbers wherever this one has. */
  boolean fits(List<String> values) {
    if (values.size() != numeric.length) {
      return false;
    }
    for (int i = 0; i < numeric.length; i++) {
      if (numeric[i] && !isNumber(values.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String value) {
    boolean digit = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c != '.' && c != '-') {
        return false;
      }
    }
    return digit;
  }
}
