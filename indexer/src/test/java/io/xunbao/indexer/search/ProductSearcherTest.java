package io.xunbao.indexer.search;

import static io.xunbao.indexer.search.TestIndex.product;
import static io.xunbao.indexer.search.TestIndex.searcher;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.Product;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductSearcherTest {
  private static final List<Product> SHOP =
      List.of(
          product("a", "红色连衣裙夏季新款", "甲", List.of("女装", "连衣裙"), 100_00L, 5L),
          product("b", "黑色连衣裙", "乙", List.of("女装", "连衣裙"), 300_00L, 9L),
          product("c", "红色手机壳", "乙", List.of("配件"), 20_00L, null),
          product("d", "苹果手机", null, List.of(), null, 1L));

  private final ProductSearcher searcher = searcher(SHOP.toArray(Product[]::new));

  ProductSearcherTest() throws IOException {}

  @Test
  void retrieve_wordsOfOneProduct_ranksItFirst() throws IOException {
    assertThat(ids(ProductQuery.of("红色连衣裙", 10))).startsWith("a", "b");
  }

  @Test
  void retrieve_traditionalAndFullWidth_findsSimplifiedAndHalfWidth() throws IOException {
    assertThat(ids(ProductQuery.of("紅色連衣裙", 10))).startsWith("a");
  }

  @Test
  void retrieve_fewerMatchesThanWanted_takesTheNextStep() throws IOException {
    Retrieved one = searcher.retrieve(ProductQuery.of("红色连衣裙", 1));
    Retrieved many = searcher.retrieve(ProductQuery.of("红色连衣裙", 10));

    assertThat(one.matching()).isEqualTo(Matching.MOST);
    assertThat(many.matching()).isEqualTo(Matching.ANY);
  }

  @Test
  void retrieve_noWords_findsNothing() throws IOException {
    assertThat(searcher.retrieve(ProductQuery.of("！？。", 10)).hits()).isEmpty();
  }

  @Test
  void retrieve_blankText_browsesAllBySales() throws IOException {
    assertThat(ids(ProductQuery.of(" ", 10))).containsExactly("b", "a", "d", "c");
  }

  @Test
  void retrieve_sortByPrice_putsUnknownPricesLast() throws IOException {
    assertThat(ids(sorted(ProductSort.PRICE_ASCENDING))).containsExactly("c", "a", "b", "d");
    assertThat(ids(sorted(ProductSort.PRICE_DESCENDING))).containsExactly("b", "a", "c", "d");
  }

  @Test
  void retrieve_filter_holdsAlternativesWithinAndAllAcross() throws IOException {
    ProductFilter filter =
        new ProductFilter(List.of("甲", "乙"), List.of("女装"), List.of(), 200_00L, null);

    assertThat(ids(query("", filter))).containsExactly("b");
  }

  @Test
  void facets_withFilters_leaveTheirOwnFilterAside() throws IOException {
    ProductFilter filter = new ProductFilter(List.of("甲"), List.of("女装"), List.of(), null, null);
    FacetedTotal counted = searcher.session(query("", filter)).facets(Matching.ANY);

    assertThat(counted).isNotNull();
    assertThat(counted.total()).isEqualTo(1);
    assertThat(counted.facets().brands())
        .containsExactly(new Facets.Value("乙", 1, false), new Facets.Value("甲", 1, true));
    assertThat(counted.facets().categories())
        .contains(new Facets.Value("女装", 1, true), new Facets.Value("女装 > 连衣裙", 1, false));
    assertThat(counted.facets().prices())
        .containsExactly(new Facets.PriceRange(100_00, 199_99L, 1));
  }

  @Test
  void facets_selectedValueWithoutMatches_isStillThere() throws IOException {
    ProductFilter filter = new ProductFilter(List.of("丙"), List.of(), List.of(), null, null);

    assertThat(searcher.session(query("", filter)).facets(Matching.ANY).facets().brands())
        .contains(new Facets.Value("丙", 0, true));
  }

  @Test
  void retrieve_passedDeadline_isPartial() throws IOException {
    List<Product> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      many.add(product("p" + i, "红色连衣裙 " + i));
    }
    ProductSearcher big = searcher(many.toArray(Product[]::new));
    ProductQuery late =
        new ProductQuery(
            "红色连衣裙",
            ProductFilter.NONE,
            ProductSort.RELEVANCE,
            Matching.STEPWISE,
            10,
            null,
            Deadline.in(Duration.ZERO));

    assertThat(big.retrieve(late).partial()).isTrue();
    assertThat(big.session(late).facets(Matching.ANY)).isNull();
  }

  @Test
  void retrieve_pages_giveEachProductOnce() throws IOException {
    for (ProductSort sort : ProductSort.values()) {
      List<String> paged = new ArrayList<>();
      PageKey after = null;
      do {
        Retrieved page =
            searcher.retrieve(
                new ProductQuery(
                    "红色手机连衣裙", ProductFilter.NONE, sort, Matching.ANY, 1, after, Deadline.none()));
        page.hits().forEach(hit -> paged.add(hit.id()));
        after = page.hits().isEmpty() ? null : page.hits().getLast().key();
      } while (after != null);

      assertThat(paged).as(sort.name()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }
  }

  @Test
  void product_unknownId_isEmpty() throws IOException {
    assertThat(searcher.product("zzz")).isEmpty();
    assertThat(searcher.product("a")).contains(SHOP.getFirst());
  }

  @Test
  void retrieve_queriesOfDeath_answer() throws IOException {
    assertThat(searcher.retrieve(ProductQuery.of("连衣裙".repeat(40_000), 10)).hits()).isNotEmpty();
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      words.append("w").append(i).append(' ');
    }
    assertThat(searcher.retrieve(ProductQuery.of(words.toString(), 10)).hits()).isEmpty();
    assertThat(searcher.retrieve(ProductQuery.of("\uD83D连衣裙\uDE00", 10)).hits()).isNotEmpty();
  }

  private List<String> ids(ProductQuery query) throws IOException {
    return searcher.retrieve(query).hits().stream().map(Hit::id).toList();
  }

  private static ProductQuery sorted(ProductSort sort) {
    return new ProductQuery(
        "", ProductFilter.NONE, sort, Matching.STEPWISE, 10, null, Deadline.none());
  }

  private static ProductQuery query(String text, ProductFilter filter) {
    return new ProductQuery(
        text, filter, ProductSort.RELEVANCE, Matching.STEPWISE, 10, null, Deadline.none());
  }
}
