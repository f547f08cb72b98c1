package io.xunbao.queryapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.ProductFilter;
import io.xunbao.indexer.search.ProductSort;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.queryapi.SearchAnswer.RankedHit;
import io.xunbao.queryapi.SearchAnswer.TraceStep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexSearchServiceTest {
  private static final int DRESSES = 230;

  @TempDir Path folder;
  private PublishedProducts index;
  private SearchService service;

  @BeforeEach
  void publish() throws IOException {
    index = new PublishedProducts(folder);
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < DRESSES; i++) {
      String title = (i % 3 == 0 ? "红色" : "黑色") + "连衣裙" + " 款".repeat(i % 5) + i;
      products.add(product("p" + i, title, i));
    }
    products.add(product("case", "苹果手机壳", 1));
    index.publish(products);
    service = IndexSearchService.open(folder, Duration.ofMillis(50));
  }

  @AfterEach
  void close() throws IOException {
    service.close();
    index.close();
  }

  @Test
  void search_words_answersHitsFacetsHighlights() {
    SearchAnswer answer = service.search(SearchRequest.of("红色连衣裙"));

    RankedHit first = answer.hits().getFirst();
    assertThat(first.product().title()).startsWith("红色连衣裙");
    assertThat(first.position()).isEqualTo(1);
    assertThat(first.titleHighlights()).isNotEmpty();
    assertThat(answer.hits()).hasSize(SearchRequest.DEFAULT_SIZE);
    assertThat(answer.facets().brands()).isNotEmpty();
    assertThat(answer.total().exact()).isTrue();
    assertThat(answer.snapshot()).isEqualTo("gen-1/1");
    assertThat(answer.ranker()).isEqualTo(RankerName.FEEDBACK);
    assertThat(answer.degraded()).isEmpty();
  }

  @Test
  void search_pagesAcrossTheWindow_giveEachProductOnceInOneOrder() {
    for (ProductSort sort : ProductSort.values()) {
      List<String> seen = new ArrayList<>();
      String cursor = null;
      do {
        SearchAnswer page =
            service.search(SearchRequest.builder("连衣裙").size(30).sort(sort).cursor(cursor).build());
        for (RankedHit hit : page.hits()) {
          seen.add(hit.product().id());
          assertThat(hit.position()).isEqualTo(seen.size());
        }
        cursor = page.cursor();
      } while (cursor != null);

      assertThat(seen).as(sort.name()).hasSize(DRESSES + 1).doesNotHaveDuplicates();
    }
  }

  @Test
  void search_cursorOfAnotherQuery_isRefusedByCode() {
    String cursor = service.search(SearchRequest.of("连衣裙")).cursor();

    assertThat(cursor).isNotNull();
    assertRefused("连衣裙 红色", cursor, "cursor-of-another-query");
    assertRefused("连衣裙", cursor.substring(2), "cursor-invalid");
    assertRefused("连衣裙", "%%%", "cursor-invalid");
  }

  @Test
  void search_cursorOfAnOlderSnapshot_saysThatItIsStale() throws IOException {
    String cursor = service.search(SearchRequest.of("连衣裙")).cursor();
    index.publish(List.of(product("new", "新款连衣裙", 1)));
    Awaitility.await().until(() -> service.serving().snapshot().equals("gen-1/2"));

    assertThat(cursor).isNotNull();
    assertRefused("连衣裙", cursor, "cursor-stale");
  }

  private void assertRefused(String query, String cursor, String code) {
    SearchRequest request = SearchRequest.builder(query).cursor(cursor).build();
    assertThatThrownBy(() -> service.search(request))
        .isInstanceOfSatisfying(
            InvalidRequest.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void search_rankerWithoutModel_degradesAndSaysSo() {
    SearchAnswer answer =
        service.search(SearchRequest.builder("连衣裙").ranker(RankerName.LTR).build());

    assertThat(answer.hits()).isNotEmpty();
    assertThat(answer.ranker()).isNotEqualTo(RankerName.LTR);
    assertThat(answer.degraded()).extracting(SearchAnswer.Degradation::step).contains("ltr");
  }

  @Test
  void search_bm25AndFeedback_nameWhatRanked() {
    SearchRequest words = SearchRequest.builder("连衣裙").ranker(RankerName.BM25).build();

    assertThat(service.search(words).ranker()).isEqualTo(RankerName.BM25);
  }

  @Test
  void search_deadlineOfANanosecond_answersWithoutFacets() {
    SearchAnswer answer =
        service.search(SearchRequest.builder("连衣裙").deadline(Duration.ofNanos(1)).build());

    assertThat(answer.degraded()).extracting(SearchAnswer.Degradation::step).contains("facets");
  }

  @Test
  void search_explainAndTrace_tellTheParts() {
    SearchAnswer answer =
        service.search(SearchRequest.builder("红色连衣裙").explain(true).trace(true).build());

    assertThat(answer.hits()).allSatisfy(hit -> assertThat(hit.explanation()).isNotNull());
    assertThat(answer.trace())
        .extracting(TraceStep::stage)
        .contains("understand.normalise", "understand.segment", "retrieve");
  }

  @Test
  void search_emptyQueryWithFilter_browses() {
    ProductFilter filter = new ProductFilter(List.of("品牌1"), List.of(), List.of(), null, null);

    SearchAnswer answer = service.search(SearchRequest.builder("").filter(filter).build());

    assertThat(answer.hits()).isNotEmpty().allMatch(h -> "品牌1".equals(h.product().brand()));
  }

  @Test
  void search_oddQueries_neverFail() {
    for (String query :
        List.of("\uD83D", "\u0000\u0001", "！！", "-", "(\"", "\\", " ", "a".repeat(512))) {
      assertThat(service.search(SearchRequest.of(query)).hits()).isNotNull();
    }
  }

  @Test
  void product_knownAndUnknown_isFoundOrEmpty() {
    assertThat(service.product("case")).map(Product::title).contains("苹果手机壳");
    assertThat(service.product("none")).isEmpty();
  }

  static Product product(String id, String title, int number) {
    return TestProduct.of(id, title)
        .brand("品牌" + number % 3)
        .category("女装", "连衣裙")
        .priceFen((long) number * 100)
        .sales((long) number % 7)
        .build();
  }
}
