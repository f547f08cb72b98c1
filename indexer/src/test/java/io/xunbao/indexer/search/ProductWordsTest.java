package io.xunbao.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductNumbers;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductWordsTest {
  @Test
  void words_ofAHit_areTheIndexWordsOfItsFields() throws IOException {
    ProductSearcher searcher =
        TestIndex.searcher(
            TestIndex.product("a", "华为 手机壳 P20", "华为", List.of("数码", "配件"), 990L, 3L));
    Hit hit = searcher.retrieve(ProductQuery.of("手机壳", 1)).hits().getFirst();
    ProductWords words = searcher.words(List.of(hit)).getFirst();
    int title = IndexSchema.TEXT_FIELDS.indexOf(IndexSchema.TITLE);
    int category = IndexSchema.TEXT_FIELDS.indexOf(IndexSchema.CATEGORY);
    int description = IndexSchema.TEXT_FIELDS.indexOf(IndexSchema.DESCRIPTION);
    assertThat(words.byField()[title]).containsExactly(ids(searcher, "华为 手机壳 P20"));
    assertThat(words.byField()[category]).containsExactly(ids(searcher, "数码 配件"));
    assertThat(words.byField()[description]).isEmpty();
    assertThat(searcher.words(List.of(hit)).getFirst()).isSameAs(words);
    assertThat(searcher.numbers(List.of(hit)))
        .containsExactly(new ProductNumbers(990L, null, 3L, null, null));
  }

  private static int[] ids(ProductSearcher searcher, String text) {
    return searcher.indexWords(text).stream().mapToInt(ProductWords::id).toArray();
  }

  /** Words of two characters that stand near each other in Unicode, as most of Chinese does. */
  @Test
  void id_differentWords_differs() {
    Set<Integer> ids = new HashSet<>();
    int words = 0;
    for (char first = '\u4e00'; first < '\u4e00' + 1_000; first += 7) {
      for (char second = '\u4e00'; second < '\u4e00' + 1_000; second += 5) {
        ids.add(ProductWords.id("" + first + second));
        words++;
      }
    }
    assertThat(words - ids.size()).as("words whose id another word has").isLessThan(3);
  }

  @Test
  void pairs_anyCase_areSortedAndDistinct() {
    assertThat(ProductWords.pairs("aB ab"))
        .isSorted()
        .doesNotHaveDuplicates()
        .isEqualTo(ProductWords.pairs("ABAB"));
    assertThat(ProductWords.pairs("x")).isEmpty();
  }
}
