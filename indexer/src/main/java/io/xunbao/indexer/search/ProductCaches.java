package io.xunbao.indexer.search;

import io.xunbao.indexer.catalog.Product;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What rankers read of products again and again, kept over snapshots: half a kilobyte of word ids a
 * product, the words of those that taught others, the products that were shown, and the values that
 * facets count.
 */
final class ProductCaches {
  private static final int MOST_PRODUCTS = 200_000;
  private static final int MOST_READ = 20_000;
  private static final int MOST_TEACHERS = 20_000;
  private static final int MOST_WORDS = 500_000;

  private final DocumentCache<ProductWords> words = new DocumentCache<>(MOST_PRODUCTS);
  private final DocumentCache<List<String>> teaching = new DocumentCache<>(MOST_TEACHERS);
  private final DocumentCache<Product> products = new DocumentCache<>(MOST_READ);
  private final DocumentCache<TitleMarks> titles = new DocumentCache<>(MOST_READ);
  private final DocumentCache<String> ids = new DocumentCache<>(MOST_PRODUCTS);
  private final KeyNames brands = new KeyNames();
  private final KeyNames categories = new KeyNames();
  private final KeyNames shops = new KeyNames();
  private final Map<String, String> shared = new ConcurrentHashMap<>();

  DocumentCache<ProductWords> words() {
    return words;
  }

  /** Where the words of titles stand that were shown. */
  DocumentCache<TitleMarks> titles() {
    return titles;
  }

  /** Ids of products, which their dictionary keeps packed. */
  DocumentCache<String> ids() {
    return ids;
  }

  /** Products as they are stored, with the numbers of then. */
  DocumentCache<Product> products() {
    return products;
  }

  /** The distinct words that name a product. */
  DocumentCache<List<String>> teaching() {
    return teaching;
  }

  KeyNames brands() {
    return brands;
  }

  /** Paths of categories. */
  KeyNames categories() {
    return categories;
  }

  KeyNames shops() {
    return shops;
  }

  /** The one copy of a word that many products have. */
  String shared(String word) {
    if (shared.size() > MOST_WORDS) {
      shared.clear();
    }
    String before = shared.putIfAbsent(word, word);
    return before == null ? word : before;
  }
}
