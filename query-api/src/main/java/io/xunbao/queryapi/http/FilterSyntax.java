package io.xunbao.queryapi.http;

import io.xunbao.indexer.search.ProductFilter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameter {@code filter}, which may repeat: {@code field:value}. Fields are brand, category,
 * shop (several values are alternatives) and price, whose value is {@code low-high} in whole
 * currency units with at most two decimals, both inclusive, either left out for no bound.
 */
final class FilterSyntax {
  static final String BRAND = "brand";
  static final String CATEGORY = "category";
  static final String SHOP = "shop";
  static final String PRICE = "price";
  static final List<String> FIELDS = List.of(BRAND, CATEGORY, SHOP, PRICE);

  private static final String PARAMETER = "filter";
  private static final int FEN_DIGITS = 2;
  private static final int MAX_PRICE_CHARACTERS = 15;

  private FilterSyntax() {}

  /**
   * Reads filters.
   *
   * @throws ProblemException when one breaks the form
   */
  static ProductFilter parse(List<String> filters) {
    List<String> brands = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    List<String> shops = new ArrayList<>();
    Price price = null;
    for (String filter : filters) {
      int colon = filter.indexOf(':');
      String field = colon < 0 ? filter : filter.substring(0, colon);
      String value = colon < 0 ? "" : filter.substring(colon + 1);
      switch (field) {
        case BRAND -> brands.add(required(field, value));
        case CATEGORY -> categories.add(required(field, value));
        case SHOP -> shops.add(required(field, value));
        case PRICE -> price = single(price, Price.parse(required(field, value)));
        default -> throw unknownField(field);
      }
    }
    return new ProductFilter(
        brands,
        categories,
        shops,
        price == null ? null : price.minFen(),
        price == null ? null : price.maxFen());
  }

  /** The filter that asks for a price range, as {@link #parse} reads it. */
  static String price(long minFen, @Nullable Long maxFen) {
    return PRICE + ":" + yuan(minFen) + "-" + (maxFen == null ? "" : yuan(maxFen));
  }

  /** A price in whole currency units, exact. */
  static BigDecimal decimal(long fen) {
    return BigDecimal.valueOf(fen, FEN_DIGITS);
  }

  private static String yuan(long fen) {
    BigDecimal exact = decimal(fen);
    return fen % 100 == 0
        ? exact.setScale(0, RoundingMode.UNNECESSARY).toString()
        : exact.toString();
  }

  private static String required(String field, String value) {
    if (value.isBlank()) {
      throw invalid("filter " + field + " must have a value, such as " + field + ":…");
    }
    return value;
  }

  private static Price single(@Nullable Price before, Price now) {
    if (before != null) {
      throw invalid("filter price must be given at most once: leave one out");
    }
    return now;
  }

  private static ProblemException unknownField(String field) {
    return Problems.badParameter(
        "unknown-filter-field",
        PARAMETER,
        "a filter must be field:value with a field of "
            + String.join(", ", FIELDS)
            + ", got "
            + Problems.shown(field)
            + ". "
            + DidYouMean.sentence(field, FIELDS));
  }

  private static ProblemException invalid(String detail) {
    return Problems.badParameter("filter-invalid", PARAMETER, detail);
  }

  private record Price(@Nullable Long minFen, @Nullable Long maxFen) {
    static Price parse(String range) {
      int dash = range.indexOf('-');
      if (dash < 0 || range.length() == 1) {
        throw malformed(range);
      }
      Long min = fen(range.substring(0, dash), range);
      Long max = fen(range.substring(dash + 1), range);
      if (min != null && max != null && min > max) {
        throw invalid(
            "the low end of filter price must not be above its high end, got "
                + Problems.shown(range));
      }
      return new Price(min, max);
    }

    private static @Nullable Long fen(String text, String range) {
      if (text.isEmpty()) {
        return null;
      }
      if (text.length() > MAX_PRICE_CHARACTERS || !text.matches("[0-9]+(\\.[0-9]{1,2})?")) {
        throw malformed(range);
      }
      return new BigDecimal(text).movePointRight(FEN_DIGITS).longValueExact();
    }

    private static ProblemException malformed(String range) {
      return invalid(
          "filter price must be low-high with at most two decimals, such as price:50-99.90,"
              + " price:-50 or price:100-, got "
              + Problems.shown(range));
    }
  }
}
