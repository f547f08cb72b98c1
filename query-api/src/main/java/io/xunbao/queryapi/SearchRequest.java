package io.xunbao.queryapi;

import io.xunbao.indexer.search.ProductFilter;
import io.xunbao.indexer.search.ProductSort;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One search, checked against the limits when it is made.
 *
 * @param query as typed, at most {@value #MAX_QUERY_CODE_POINTS} code points; empty browses all
 * @param user whom to personalise for; null for nobody
 * @param size hits wanted, 1 to {@value #MAX_SIZE}
 * @param cursor where the answer before ended; null for the first page
 * @param facets whether the answer counts brands, categories, shops and prices
 * @param explain whether each hit says where its score comes from
 * @param trace whether the answer says what each stage did
 * @param deadline how long the answer may take before it is cut short
 * @param impression of the answer that is asked for again, as to have it explained: it is mixed as
 *     it was, and not logged anew; null for a search of its own
 * @param mixing what an experiment has to do with it; null where none runs
 * @throws InvalidRequest when a limit is broken
 */
public record SearchRequest(
    String query,
    @Nullable String user,
    int size,
    @Nullable String cursor,
    ProductFilter filter,
    ProductSort sort,
    RankerName ranker,
    boolean facets,
    boolean explain,
    boolean trace,
    Duration deadline,
    @Nullable String impression,
    @Nullable Mixing mixing) {
  public static final int MAX_QUERY_CODE_POINTS = 512;
  public static final int MAX_SIZE = 100;
  public static final int DEFAULT_SIZE = 10;
  public static final Duration DEFAULT_DEADLINE = Duration.ofMillis(500);
  public static final Duration MAX_DEADLINE = Duration.ofSeconds(30);

  private static final int MAX_USER = 128;
  private static final int MAX_CURSOR = 2_048;
  private static final int MAX_IMPRESSION = 128;
  private static final int MAX_FILTER_VALUES = 50;
  private static final int MAX_FILTER_VALUE = 300;

  public SearchRequest {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(sort, "sort");
    Objects.requireNonNull(ranker, "ranker");
    require(
        query.codePointCount(0, query.length()) <= MAX_QUERY_CODE_POINTS,
        "query-too-long",
        "a query may have "
            + MAX_QUERY_CODE_POINTS
            + " characters, got "
            + query.codePointCount(0, query.length())
            + ": shorten it");
    require(
        size >= 1 && size <= MAX_SIZE,
        "size-out-of-range",
        "size must be from 1 to " + MAX_SIZE + ", got " + size + ": page with the cursor for more");
    require(
        user == null || (!user.isBlank() && user.length() <= MAX_USER),
        "user-invalid",
        "user must have 1 to " + MAX_USER + " characters, or be left out");
    require(
        cursor == null || cursor.length() <= MAX_CURSOR,
        "cursor-invalid",
        "cursor must be one that an answer gave: start again without it");
    require(
        impression == null || (!impression.isBlank() && impression.length() <= MAX_IMPRESSION),
        "impression-invalid",
        "impression must be one that an answer gave, or be left out");
    require(
        deadline.isPositive() && deadline.compareTo(MAX_DEADLINE) <= 0,
        "deadline-out-of-range",
        "deadline must be above 0 and at most " + MAX_DEADLINE + ", got " + deadline);
    requireFilter("brand", filter.brands());
    requireFilter("category", filter.categories());
    requireFilter("shop", filter.shops());
  }

  /** A first page of the default size in the order of relevance. */
  public static SearchRequest of(String query) {
    return builder(query).build();
  }

  /** A request with every default, to be changed. */
  public static Builder builder(String query) {
    return new Builder(query);
  }

  /** The same search as an experiment would have it. */
  public SearchRequest withMixing(@Nullable Mixing other) {
    return new SearchRequest(
        query,
        user,
        size,
        cursor,
        filter,
        sort,
        ranker,
        facets,
        explain,
        trace,
        deadline,
        impression,
        other);
  }

  private static void requireFilter(String name, List<String> values) {
    require(
        values.size() <= MAX_FILTER_VALUES,
        "filter-too-long",
        "filter " + name + " may have " + MAX_FILTER_VALUES + " values, got " + values.size());
    require(
        values.stream().allMatch(v -> !v.isBlank() && v.length() <= MAX_FILTER_VALUE),
        "filter-invalid",
        "each value of filter " + name + " must have 1 to " + MAX_FILTER_VALUE + " characters");
  }

  private static void require(boolean holds, String code, String message) {
    if (!holds) {
      throw new InvalidRequest(code, message);
    }
  }

  /** Names what differs from the defaults; {@link #build} checks. */
  public static final class Builder {
    private final String query;
    private @Nullable String user;
    private int size = DEFAULT_SIZE;
    private @Nullable String cursor;
    private ProductFilter filter = ProductFilter.NONE;
    private ProductSort sort = ProductSort.RELEVANCE;
    private RankerName ranker = RankerName.DEFAULT;
    private boolean facets = true;
    private boolean explain;
    private boolean trace;
    private Duration deadline = DEFAULT_DEADLINE;
    private @Nullable String impression;

    private Builder(String query) {
      this.query = query;
    }

    public Builder user(@Nullable String user) {
      this.user = user;
      return this;
    }

    public Builder size(int size) {
      this.size = size;
      return this;
    }

    public Builder cursor(@Nullable String cursor) {
      this.cursor = cursor;
      return this;
    }

    public Builder filter(ProductFilter filter) {
      this.filter = filter;
      return this;
    }

    public Builder sort(ProductSort sort) {
      this.sort = sort;
      return this;
    }

    public Builder ranker(RankerName ranker) {
      this.ranker = ranker;
      return this;
    }

    public Builder facets(boolean facets) {
      this.facets = facets;
      return this;
    }

    public Builder explain(boolean explain) {
      this.explain = explain;
      return this;
    }

    public Builder trace(boolean trace) {
      this.trace = trace;
      return this;
    }

    public Builder deadline(Duration deadline) {
      this.deadline = deadline;
      return this;
    }

    public Builder impression(@Nullable String impression) {
      this.impression = impression;
      return this;
    }

    public SearchRequest build() {
      return new SearchRequest(
          query,
          user,
          size,
          cursor,
          filter,
          sort,
          ranker,
          facets,
          explain,
          trace,
          deadline,
          impression,
          null);
    }
  }
}
