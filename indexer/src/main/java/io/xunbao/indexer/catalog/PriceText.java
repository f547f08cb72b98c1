package io.xunbao.indexer.catalog;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a price exactly; never through floating point. */
final class PriceText {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{0,10})?");
  private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
  private static final Pattern MARKS =
      Pattern.compile("^(CNY|RMB|[¥$€])\\s*|\\s*(元|RMB|CNY)$", Pattern.CASE_INSENSITIVE);
  private static final int FAST_DIGITS = 12;

  private PriceText() {}

  /**
   * The price in fen.
   *
   * @param text a decimal number, perhaps with a currency mark and thousands separators
   * @param unit what the number counts
   * @return null where the text is no number, or finer than a fen
   */
  static @Nullable Long toFen(String text, PriceUnit unit) {
    long fast = digits(text);
    if (fast >= 0) {
      return unit == PriceUnit.FEN ? fast : fast * 100;
    }
    return exact(text, unit);
  }

  private static long digits(String text) {
    if (text.isEmpty() || text.length() > FAST_DIGITS) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  private static @Nullable Long exact(String text, PriceUnit unit) {
    String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
    plain = MARKS.matcher(plain).replaceAll("").strip();
    if (THOUSANDS.matcher(plain).matches()) {
      plain = plain.replace(",", "");
    }
    if (!NUMBER.matcher(plain).matches()) {
      return null;
    }
    BigDecimal fen = new BigDecimal(plain).movePointRight(unit.shift()).stripTrailingZeros();
    return fen.scale() > 0 ? null : (Long) fen.longValueExact();
  }
}
