package io.xunbao.indexer.quality;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of the whole catalogue need to know of each product's latest version. Products
 * beyond a limit are not held; how many is told.
 */
final class LatestProducts {
  static final String NO_CATEGORY = "(none)";

  private static final String OTHER_CATEGORIES = "(other categories)";
  private static final int MAX_NAMES = 20_000;

  private final int limit;
  private final Map<String, Integer> categoryNumbers = new LinkedHashMap<>();
  private final Map<String, Integer> brandNumbers = new LinkedHashMap<>();
  private int size;
  private @Nullable String[] ids = new String[256];
  private @Nullable String[] titles = new String[256];
  private long[] prices = new long[256];
  private int[] fields = new int[256];
  private int[] categories = new int[256];
  private int[] brands = new int[256];
  private boolean[] live = new boolean[256];

  LatestProducts(int limit) {
    this.limit = limit;
  }

  /** Sets the latest version of a product. */
  void set(int index, Product product) {
    if (index >= limit) {
      return;
    }
    ensure(index + 1);
    size = Math.max(size, index + 1);
    ids[index] = product.id();
    titles[index] = product.title();
    Long fen = product.priceFen();
    prices[index] = fen == null ? -1 : fen;
    fields[index] = CompletenessField.mask(product);
    String leaf = product.category().isEmpty() ? NO_CATEGORY : product.category().getLast();
    categories[index] = number(categoryNumbers, leaf);
    String brand = product.brand();
    brands[index] = brand == null ? -1 : number(brandNumbers, brand);
    live[index] = product.status() != ProductStatus.DELETED;
  }

  private void ensure(int needed) {
    if (needed <= prices.length) {
      return;
    }
    int capacity = Math.max(needed, 2 * prices.length);
    ids = Arrays.copyOf(ids, capacity);
    titles = Arrays.copyOf(titles, capacity);
    prices = Arrays.copyOf(prices, capacity);
    fields = Arrays.copyOf(fields, capacity);
    categories = Arrays.copyOf(categories, capacity);
    brands = Arrays.copyOf(brands, capacity);
    live = Arrays.copyOf(live, capacity);
  }

  private static int number(Map<String, Integer> numbers, String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    if (numbers.size() >= MAX_NAMES) {
      return numbers.computeIfAbsent(OTHER_CATEGORIES, key -> numbers.size());
    }
    numbers.put(name, numbers.size());
    return numbers.size() - 1;
  }

  int size() {
    return size;
  }

  boolean isLive(int index) {
    return live[index];
  }

  String id(int index) {
    return String.valueOf(ids[index]);
  }

  String title(int index) {
    return String.valueOf(titles[index]);
  }

  /** In fen; -1 where there is none. */
  long price(int index) {
    return prices[index];
  }

  /** A bit for each {@link CompletenessField} that has a value. */
  int fields(int index) {
    return fields[index];
  }

  int category(int index) {
    return categories[index];
  }

  /** -1 where there is none. */
  int brand(int index) {
    return brands[index];
  }

  /** Names of the narrowest categories by their number. */
  String[] categoryNames() {
    return categoryNumbers.keySet().toArray(String[]::new);
  }

  String[] brandNames() {
    return brandNumbers.keySet().toArray(String[]::new);
  }
}
