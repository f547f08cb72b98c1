package io.xunbao.indexer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.testing.Seeded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductJsonTest {
  private static final String CONTRACT =
      """
      {"id":"tm-A18164178225","title":"CHANDO/自然堂 雪域精粹纯粹滋润霜50g","brand":"自然堂",
       "category":["美妆","面霜"],"price":139.00,"currency":"CNY","shop":"自然堂旗舰店",
       "attributes":{"净含量":"50g","功效":["补水","保湿"]},"description":"...","image":"https://...",
       "stock":12,"sales":26719,"comments":2704,"status":"on_sale",
       "updatedAt":"2016-11-14T00:00:00+08:00","made in":"China"}\
      """
          .replace("\n", "");

  @Test
  void read_exampleOfTheContract_hasEveryField() {
    Product product = ProductJson.read(CONTRACT);

    assertThat(product.priceFen()).isEqualTo(13_900);
    assertThat(product.category()).containsExactly("美妆", "面霜");
    assertThat(product.attributes())
        .containsEntry("功效", List.of("补水", "保湿"))
        .containsEntry("made in", List.of("China"));
    assertThat(product.status()).isEqualTo(ProductStatus.ON_SALE);
    assertThat(product.updatedAt()).isEqualTo(Instant.parse("2016-11-13T16:00:00Z"));
  }

  @Test
  void write_price_isADecimalNumberInYuan() {
    assertThat(ProductJson.write(ProductJson.read(CONTRACT))).contains("\"price\":139.00");
  }

  @Test
  @Seeded
  void read_whatWasWritten_isTheSameProduct(RandomGenerator random) {
    for (int i = 0; i < 300; i++) {
      Product product = product(random);
      assertThat(ProductJson.read(ProductJson.write(product))).isEqualTo(product);
    }
  }

  @Test
  void read_noProduct_saysWhy() {
    assertThatThrownBy(() -> ProductJson.read("[1]")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ProductJson.read("{\"id\":\"1\"}")).hasMessageContaining("title");
    assertThatThrownBy(() -> ProductJson.read("{\"id\":\"1\",\"title\":\"a\",\"price\":\"x\"}"))
        .hasMessageContaining("price");
  }

  private static Product product(RandomGenerator random) {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      List<String> values = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(3); j++) {
        values.add(j + text(random));
      }
      attributes.put(i + text(random), values);
    }
    return new Product(
        "id" + random.nextInt(),
        "t" + text(random),
        maybe("b" + text(random), random),
        random.nextBoolean() ? List.of() : List.of("c1" + text(random), "c2"),
        maybe(random.nextLong(1L << 40), random),
        "CNY",
        maybe("s", random),
        attributes,
        maybe("d" + text(random), random),
        maybe("i", random),
        maybe(random.nextLong(1000), random),
        maybe(random.nextLong(1000), random),
        maybe(random.nextLong(1000), random),
        ProductStatus.values()[random.nextInt(3)],
        random.nextBoolean()
            ? Instant.EPOCH
            : Instant.ofEpochSecond(
                random.nextLong(2_000_000_000L), random.nextInt(1_000_000_000)));
  }

  private static <T> @Nullable T maybe(T value, RandomGenerator random) {
    return random.nextInt(3) == 0 ? null : value;
  }

  private static String text(RandomGenerator random) {
    String alphabet = "中文\"\\{}[]:, <&é😀";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(alphabet.codePointCount(0, alphabet.length()));
      text.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, at)));
    }
    return text.append('z').toString();
  }
}
