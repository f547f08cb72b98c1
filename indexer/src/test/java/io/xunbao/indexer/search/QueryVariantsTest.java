package io.xunbao.indexer.search;

import static io.xunbao.indexer.search.TestIndex.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.indexer.catalog.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QueryVariantsTest {
  private final ProductSearcher searcher = searcher();
  private final ProductQuery typed = ProductQuery.of("手机支架", 50);

  QueryVariantsTest() throws IOException {}

  @Test
  void retrieve_variant_findsWhatOnlyTheOtherWordsName() throws IOException {
    assertThat(ids(typed)).doesNotContain("rare");
    assertThat(ids(typed.with(List.of("移动电话托架")))).contains("rare", "common0");
  }

  @Test
  void retrieve_rareVariant_weighsAsMuchAsWhatWasTyped() throws IOException {
    Map<String, Float> scores =
        searcher.retrieve(typed.with(List.of("移动电话托架"))).hits().stream()
            .collect(Collectors.toMap(Hit::id, Hit::score));
    assertThat(scores.get("rare"))
        .isCloseTo(scores.get("common0"), within(0.1f * scores.get("rare")));
  }

  @Test
  void explain_variant_addsUpToTheScore() throws IOException {
    ProductQuery query = typed.with(List.of("移动电话托架", "手机托架"));
    QuerySession session = searcher.session(query);
    for (Hit hit : session.retrieve().hits()) {
      ScoreExplanation words = session.explain(hit).parts().getFirst();
      double sum = words.parts().stream().mapToDouble(ScoreExplanation::value).sum();
      assertThat(sum).isCloseTo(hit.score(), within(1e-4 * Math.max(1, hit.score())));
    }
  }

  @Test
  void highlight_variant_marksItsWords() {
    QuerySession session = searcher.session(typed.with(List.of("移动电话托架")));
    assertThat(session.highlight("蓝色移动电话")).containsExactly(new TextRange(2, 6));
    assertThat(session.lookedUp()).contains("手机", "移动电话");
  }

  @Test
  void with_tooManyVariants_isRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> typed.with(Collections.nCopies(8, "x")))
        .withMessageContaining("at most 7 variants, got 8");
  }

  private List<String> ids(ProductQuery query) throws IOException {
    return searcher.retrieve(query).hits().stream().map(Hit::id).toList();
  }

  private static ProductSearcher searcher() throws IOException {
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      products.add(product("common" + i, "手机支架"));
      products.add(product("other" + i, "红色连衣裙"));
    }
    products.add(product("rare", "移动电话托架"));
    return TestIndex.searcher(products.toArray(Product[]::new));
  }
}
