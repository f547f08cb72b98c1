package io.xunbao.indexer.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.testing.TestProduct;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.junit.jupiter.api.Test;

class ProductDocumentsTest {
  private final ProductDocuments documents = new ProductDocuments();

  @Test
  void toDocument_anyProduct_storesItWhole() {
    Product product = product("a 品", List.of("美妆", "面霜"), 13900L);

    assertThat(documents.fromStored(documents.toDocument(product))).isEqualTo(product);
  }

  @Test
  void toDocument_categoryPath_keysEveryPrefix() {
    assertThat(ProductDocuments.categoryPaths(List.of("美妆", "面霜")))
        .containsExactly("美妆", "美妆 > 面霜");
  }

  @Test
  void toDocument_unknownPrice_hasNoPriceField() {
    Document document = documents.toDocument(product("t", List.of(), null));

    assertThat(document.getFields()).extracting(IndexableField::name).doesNotContain("price");
  }

  @Test
  void fromStored_documentOfAnotherSchema_saysWhatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> documents.fromStored(new Document()))
        .withMessageContaining("source");
  }

  private static Product product(String title, List<String> category, Long priceFen) {
    return TestProduct.of("p-1", title)
        .brand("CHANDO/自然堂")
        .category(category)
        .priceFen(priceFen)
        .shop("自然堂旗舰店")
        .attributes(Map.of("净含量", List.of("50g")))
        .stock(3L)
        .updatedAt(Instant.parse("2016-11-14T00:00:00Z"))
        .build();
  }
}
