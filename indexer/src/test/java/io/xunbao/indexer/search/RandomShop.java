package io.xunbao.indexer.search;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.testing.TestProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small random catalogues and queries over few words, so that ties and near misses are common. */
final class RandomShop {
  private static final List<String> WORDS =
      List.of(
          "红色", "黑色", "连衣裙", "手机", "手机壳", "苹果", "笔记本电脑", "支架", "usb2.0", "u盘", "128g", "b5", "纸",
          "iPhone", "plus", "男士", "洗面奶", "55寸", "laptops", "電視");

  private final RandomGenerator random;

  RandomShop(RandomGenerator random) {
    this.random = random;
  }

  List<Product> products(int count) {
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      products.add(
          TestProduct.of("p" + random.nextInt(1_000) + "-" + i, text(8))
              .brand(random.nextBoolean() ? text(1) : null)
              .category(random.nextBoolean() ? category() : List.of())
              .priceFen(random.nextBoolean() ? random.nextLong(100_000) : null)
              .attributes(random.nextBoolean() ? Map.of("a", List.of(text(3))) : Map.of())
              .description(random.nextBoolean() ? text(20) : null)
              .sales(random.nextBoolean() ? random.nextLong(100) : null)
              .build());
    }
    return products;
  }

  /** No level repeats the one above it: mappings see to that. */
  private List<String> category() {
    return Stream.of(text(1), text(2)).distinct().toList();
  }

  /** From one word to so many. */
  String text(int most) {
    return random
        .ints(random.nextInt(1, most + 1), 0, WORDS.size())
        .mapToObj(WORDS::get)
        .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
  }
}
