package io.xunbao.queryapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.ProductFilter;
import io.xunbao.indexer.search.ProductSort;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.words.IndexWords;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law: an answer with the cache is the answer without it. */
class AnswerCacheTest {
  private static final List<String> QUERIES = List.of("连衣裙", "红色 连衣裙", "手机壳", "苹果", "裙子", "");

  @TempDir Path folder;
  private PublishedProducts index;
  private IndexSearchService cached;
  private IndexSearchService plain;

  @BeforeEach
  void publish() throws IOException {
    index = new PublishedProducts(folder);
    index.publish(products(0, 40));
    cached = open(200);
    plain = open(0);
  }

  private IndexSearchService open(int answers) throws IOException {
    IndexSearchService service =
        IndexSearchService.open(folder, Duration.ofMillis(20), SearchModels.NONE, answers);
    service.listen();
    return service;
  }

  private static List<Product> products(int from, int to) {
    List<Product> products = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String title = (i % 3 == 0 ? "红色连衣裙" : i % 3 == 1 ? "苹果手机壳" : "黑色裙子") + i;
      products.add(IndexSearchServiceTest.product("p" + i, title, i));
    }
    return products;
  }

  @AfterEach
  void close() throws IOException {
    cached.close();
    plain.close();
    index.close();
  }

  @Seeded
  @Test
  void search_whileSnapshotsAndWordsAreSwapped_answersAsWithoutACache(RandomGenerator random)
      throws IOException {
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 60; i++) {
        SearchRequest request = request(random);
        assertThat(timeless(cached.search(request)))
            .as("round %d, %s", round, request)
            .isEqualTo(timeless(plain.search(request)));
      }
      change(round);
    }
    assertThat(cached.answers().hits()).isPositive();
    assertThat(cached.answers().misses()).isPositive();
    assertThat(plain.answers()).isEqualTo(AnswerCounts.NONE);
  }

  /** A new snapshot first, then new words for the same one, and so on. */
  private void change(int round) throws IOException {
    String before = plain.serving().toString();
    if (round % 2 == 0) {
      index.publish(products(40 + round, 44 + round));
    } else {
      Path words = Files.createDirectories(folder.resolve("my-words"));
      Files.writeString(words.resolve("synonyms.txt"), "裙子, 连衣裙" + round + "\n");
      IndexWords.at(IndexDirectory.at(folder)).store().publish(words);
    }
    Awaitility.await()
        .until(
            () ->
                !plain.serving().toString().equals(before)
                    && plain.serving().equals(cached.serving()));
  }

  private static SearchRequest request(RandomGenerator random) {
    List<String> brands = random.nextInt(4) == 0 ? List.of("品牌1") : List.of();
    return SearchRequest.builder(QUERIES.get(random.nextInt(QUERIES.size())))
        .filter(new ProductFilter(brands, List.of(), List.of(), null, null))
        .sort(random.nextInt(4) == 0 ? ProductSort.PRICE_ASCENDING : ProductSort.RELEVANCE)
        .ranker(random.nextBoolean() ? RankerName.BM25 : RankerName.DEFAULT)
        .size(random.nextBoolean() ? 5 : 10)
        .deadline(Duration.ofSeconds(30))
        .build();
  }

  private static SearchAnswer timeless(SearchAnswer answer) {
    return answer.withTimings(List.of());
  }

  @Test
  void search_forAShopperOrWithAnAccount_isNeverCached() {
    for (int i = 0; i < 2; i++) {
      cached.search(SearchRequest.builder("连衣裙").user("u").build());
      cached.search(SearchRequest.builder("连衣裙").explain(true).build());
      cached.search(SearchRequest.builder("连衣裙").trace(true).build());
    }

    assertThat(cached.answers()).isEqualTo(AnswerCounts.NONE);
  }

  @Test
  void search_degradedAnswer_isNotKept() {
    SearchRequest request = SearchRequest.builder("连衣裙").ranker(RankerName.LTR).build();

    assertThat(cached.search(request).degraded()).isNotEmpty();
    cached.search(request);

    assertThat(cached.answers()).isEqualTo(new AnswerCounts(0, 2));
  }

  @Test
  void search_moreThanIsKept_forgetsWhatWasAskedForLeastRecently() throws IOException {
    try (IndexSearchService small = open(4)) {
      for (int size : new int[] {1, 2, 3, 4, 5, 5, 1}) {
        small.search(
            SearchRequest.builder("连衣裙").size(size).deadline(Duration.ofSeconds(30)).build());
      }

      assertThat(small.answers()).isEqualTo(new AnswerCounts(1, 6));
    }
  }

  @Test
  void open_lessThanNoAnswers_isRefused() {
    assertThatThrownBy(() -> new AnswerCache(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}
