package io.xunbao.indexer.quality.report;

import java.util.Locale;

/** How numbers are written in reports, the same everywhere. */
final class Numbers {
  private Numbers() {}

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A share in percent, never rounded up to 100 or down to 0 where it is not. */
  static String percent(long part, long of) {
    if (of == 0) {
      return "-";
    }
    double share = 100.0 * part / of;
    if (part > 0 && share < 0.1) {
      return "<0.1%";
    }
    if (part < of && share > 99.9) {
      return ">99.9%";
    }
    return String.format(Locale.ROOT, "%.1f%%", share);
  }

  /** A price in whole units with two decimals, from fen. */
  static String price(long fen) {
    return String.format(Locale.ROOT, "%,.2f", fen / 100.0);
  }
}
