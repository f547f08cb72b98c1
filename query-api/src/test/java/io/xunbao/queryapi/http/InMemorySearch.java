package io.xunbao.queryapi.http;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.Facets;
import io.xunbao.indexer.search.ProductFilter;
import io.xunbao.indexer.search.ProductSort;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.indexer.search.TextRange;
import io.xunbao.indexer.search.Vocabulary;
import io.xunbao.queryapi.InvalidRequest;
import io.xunbao.queryapi.RankerName;
import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchAnswer.RankedHit;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.ServedModels;
import io.xunbao.queryapi.recommend.RecommendRequest;
import io.xunbao.queryapi.recommend.Recommendations;
import io.xunbao.ranker.blas.BlasReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search service over a list: a product matches when its title has every word of the query. The
 * score is the number of title characters that match.
 */
class InMemorySearch implements SearchService {
  private static final Map<String, String> SPELLINGS = Map.of("红色连衣群", "红色 连衣裙");
  private static final List<Facets.PriceRange> RANGES =
      List.of(
          new Facets.PriceRange(0, 9_999L, 0),
          new Facets.PriceRange(10_000, 29_999L, 0),
          new Facets.PriceRange(30_000, 99_999L, 0),
          new Facets.PriceRange(100_000, null, 0));

  private final List<Product> products;

  InMemorySearch(List<Product> products) {
    this.products = List.copyOf(products);
  }

  @Override
  public SearchAnswer search(SearchRequest request) {
    int from = offset(request.cursor());
    String corrected = SPELLINGS.get(request.query());
    List<String> words = words(corrected == null ? request.query() : corrected);
    List<Product> matching = products.stream().filter(p -> hasAll(p, words)).toList();
    List<Product> filtered =
        matching.stream()
            .filter(p -> passes(p, request.filter(), ""))
            .sorted(order(request.sort()))
            .toList();
    int to = Math.min(filtered.size(), from + request.size());
    List<RankedHit> hits = new ArrayList<>();
    for (int i = Math.min(from, to); i < to; i++) {
      hits.add(hit(filtered.get(i), i + 1, words, request.explain()));
    }
    return new SearchAnswer(
        request.query(),
        "gen-1/snapshot-1",
        request.ranker() == RankerName.HYBRID ? RankerName.HYBRID : RankerName.BM25,
        hits,
        facets(matching, request.filter()),
        new SearchAnswer.Total(filtered.size(), true),
        to < filtered.size() ? "o" + to : null,
        corrected == null ? null : new SearchAnswer.Correction(request.query(), corrected, true),
        request.ranker() == RankerName.LTR
            ? List.of(new SearchAnswer.Degradation("ltr", "no model is loaded for this ranker"))
            : List.of(),
        List.of(new SearchAnswer.Timing("retrieve", Duration.ofNanos(1_200_000))),
        request.trace()
            ? List.of(new SearchAnswer.TraceStep("understand.segment", Map.of("words", "" + words)))
            : List.of());
  }

  @Override
  public Optional<Product> product(String id) {
    return products.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  @Override
  public Vocabulary vocabulary() {
    Facets all = facets(products, ProductFilter.NONE);
    List<Vocabulary.Name> words =
        Stream.of("连衣裙", "羽绒服", "运动鞋", "蓝牙耳机", "电热水壶")
            .map(word -> new Vocabulary.Name(word, 24))
            .toList();
    return new Vocabulary(names(all.brands()), names(all.categories()), words);
  }

  private static List<Vocabulary.Name> names(List<Facets.Value> values) {
    return values.stream().map(v -> new Vocabulary.Name(v.value(), (int) v.count())).toList();
  }

  @Override
  public Serving serving() {
    return new Serving("gen-1/snapshot-1", products.size(), "test-lexicon", "test-words");
  }

  @Override
  public Recommendations recommend(RecommendRequest request) {
    List<Recommendations.Item> items =
        products.stream()
            .filter(p -> !request.products().contains(p.id()))
            .limit(request.size())
            .map(p -> new Recommendations.Item(p, 1, popular()))
            .toList();
    return new Recommendations("gen-1/snapshot-1", items, List.of());
  }

  private static ScoreExplanation popular() {
    ScoreExplanation part = new ScoreExplanation("popularity", 1, List.of());
    return new ScoreExplanation("recommendation", 1, List.of(part));
  }

  @Override
  public ServedModels models() {
    BlasReport.Backend plain = new BlasReport.Backend("plain", "");
    BlasReport blas = new BlasReport(List.of(plain), List.of(), Duration.ZERO);
    return new ServedModels(null, "20261124-101500-000", 0, List.of(), blas);
  }

  @Override
  public void close() {
    // A list needs no closing.
  }

  private static int offset(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    if (!cursor.matches("o[0-9]{1,6}")) {
      throw new InvalidRequest("cursor-invalid", "cursor must be one that an answer gave");
    }
    return Integer.parseInt(cursor.substring(1));
  }

  private static List<String> words(String query) {
    return query.isBlank() ? List.of() : List.of(query.strip().split("\\s+"));
  }

  private static boolean hasAll(Product product, List<String> words) {
    String title = product.title().toLowerCase(Locale.ROOT);
    return words.stream().allMatch(w -> title.contains(w.toLowerCase(Locale.ROOT)));
  }

  private static boolean passes(Product p, ProductFilter filter, String except) {
    Long price = p.priceFen();
    Long min = filter.minPriceFen();
    Long max = filter.maxPriceFen();
    boolean priced =
        (min == null || (price != null && price >= min))
            && (max == null || (price != null && price <= max));
    return (except.equals("brand") || isIn(filter.brands(), p.brand()))
        && (except.equals("shop") || isIn(filter.shops(), p.shop()))
        && (except.equals("category") || isIn(filter.categories(), category(p)))
        && (except.equals("price") || priced);
  }

  private static boolean isIn(List<String> wanted, @Nullable String value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }

  private static String category(Product product) {
    return String.join(" > ", product.category());
  }

  private static Comparator<Product> order(ProductSort sort) {
    Comparator<Product> byId = Comparator.comparing(Product::id);
    Comparator<Long> low = Comparator.nullsLast(Comparator.naturalOrder());
    Comparator<Long> high = Comparator.nullsLast(Comparator.reverseOrder());
    return switch (sort) {
      case RELEVANCE -> byId;
      case PRICE_ASCENDING -> Comparator.comparing(Product::priceFen, low).thenComparing(byId);
      case PRICE_DESCENDING -> Comparator.comparing(Product::priceFen, high).thenComparing(byId);
      case SALES -> Comparator.comparing(Product::sales, high).thenComparing(byId);
      case NEWEST -> Comparator.comparing(Product::updatedAt).reversed().thenComparing(byId);
    };
  }

  private static RankedHit hit(Product p, int position, List<String> words, boolean explain) {
    List<TextRange> ranges = new ArrayList<>();
    List<ScoreExplanation> parts = new ArrayList<>();
    for (String word : words) {
      int at = p.title().toLowerCase(Locale.ROOT).indexOf(word.toLowerCase(Locale.ROOT));
      ranges.add(new TextRange(at, at + word.length()));
      parts.add(new ScoreExplanation("title:" + word, word.length(), List.of()));
    }
    ranges.sort(Comparator.comparingInt(TextRange::start));
    double score = parts.stream().mapToDouble(ScoreExplanation::value).sum();
    return new RankedHit(
        position, p, score, ranges, explain ? new ScoreExplanation("sum of", score, parts) : null);
  }

  private static Facets facets(List<Product> matching, ProductFilter filter) {
    return new Facets(
        values(matching, filter, "brand", Product::brand, filter.brands()),
        values(matching, filter, "category", InMemorySearch::category, filter.categories()),
        values(matching, filter, "shop", Product::shop, filter.shops()),
        RANGES.stream().map(range -> counted(range, matching, filter)).toList());
  }

  private static List<Facets.Value> values(
      List<Product> matching,
      ProductFilter filter,
      String field,
      Function<Product, @Nullable String> value,
      List<String> selected) {
    Map<String, Long> counts =
        matching.stream()
            .filter(p -> passes(p, filter, field) && value.apply(p) != null)
            .collect(Collectors.groupingBy(value, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(e -> new Facets.Value(e.getKey(), e.getValue(), selected.contains(e.getKey())))
        .toList();
  }

  private static Facets.PriceRange counted(
      Facets.PriceRange range, List<Product> matching, ProductFilter filter) {
    ProductFilter within =
        new ProductFilter(List.of(), List.of(), List.of(), range.minFen(), range.maxFen());
    long count =
        matching.stream().filter(p -> passes(p, filter, "price") && passes(p, within, "")).count();
    return new Facets.PriceRange(range.minFen(), range.maxFen(), count);
  }
}
