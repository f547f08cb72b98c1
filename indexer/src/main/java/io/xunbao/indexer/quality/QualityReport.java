package io.xunbao.indexer.quality;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one or more sources were like, and where each of them went. Counts of rules
 * are of records; the rest is of products in their latest version, tombstones left out.
 *
 * @param sources files or topics with their records, in the order of reading
 * @param sums where the records went
 * @param examined products that completeness, duplicates and prices are told of: all of them, or as
 *     many as the audit holds
 * @param rules that found something, those with the most findings first
 * @param fields completeness of each field
 * @param categories completeness of the largest categories, fields in the order of {@code fields}
 * @param titles products with the same or nearly the same title
 * @param prices categories with odd prices
 * @param swapped names that are both a brand and a category
 */
public record QualityReport(
    List<Source> sources,
    RecordSums sums,
    long examined,
    List<RuleCount> rules,
    List<FieldCompleteness> fields,
    List<CategoryCompleteness> categories,
    TitleDuplicates titles,
    List<CategoryPrices> prices,
    List<SwappedName> swapped) {

  public QualityReport {
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
    fields = List.copyOf(fields);
    categories = List.copyOf(categories);
    prices = List.copyOf(prices);
    swapped = List.copyOf(swapped);
  }

  /** A source and the records that it held. */
  public record Source(String name, long records, long quarantined) {}

  /**
   * What one rule found.
   *
   * @param meaning what it holds a product to
   * @param samples the first findings
   */
  public record RuleCount(
      String rule,
      String meaning,
      long repairs,
      long warnings,
      long quarantined,
      List<Sample> samples) {
    /** All findings of the rule. */
    public long total() {
      return repairs + warnings + quarantined;
    }
  }

  /** One finding, and where. */
  public record Sample(
      String source, long record, @Nullable String field, @Nullable String value, String message) {}

  /** How many of all products have a field. */
  public record FieldCompleteness(String field, long present, long of) {}

  /** How many of a category's products have each field. */
  public record CategoryCompleteness(String category, long products, List<Long> present) {}

  /**
   * Products that may be the same.
   *
   * @param sameTitle products whose title is exactly that of another before them
   * @param clusters groups of nearly the same title
   * @param clustered products in those groups
   * @param bySize how many groups there are of each size
   * @param largest the largest groups
   */
  public record TitleDuplicates(
      long sameTitle,
      long clusters,
      long clustered,
      Map<Integer, Long> bySize,
      List<Cluster> largest) {}

  /** Products with nearly the same title. */
  public record Cluster(int size, List<Member> members) {}

  /** A product in a group. */
  public record Member(String id, String title) {}

  /**
   * The prices of a category, in fen.
   *
   * @param odd how many are far from the others
   * @param samples the oddest
   */
  public record CategoryPrices(
      String category,
      long products,
      long lowerQuartile,
      long median,
      long upperQuartile,
      long odd,
      List<OddPrice> samples) {}

  /**
   * A price that is far from the others of its category.
   *
   * @param score modified z-score of its logarithm: below 0 too cheap, above 0 too dear
   */
  public record OddPrice(String id, String title, long priceFen, double score) {}

  /** A name that is both a brand and a category, and on how many products. */
  public record SwappedName(String name, long asBrand, long asCategory) {}
}
