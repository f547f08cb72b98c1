package io.xunbao.standalone.cli;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.LiveIndex;
import io.xunbao.indexer.search.ProductQuery;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.ranker.recommend.ProductFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an index says of its products that are on sale: categories, and the words of titles. */
final class IndexedFacts {
  private IndexedFacts() {}

  static ProductFacts read(Path index) throws IOException {
    Map<String, Product> products = new LinkedHashMap<>();
    try (LiveIndex live = LiveIndex.open(IndexDirectory.at(index));
        LiveIndex.Lease lease = live.acquire()) {
      BitSet onSale = lease.searcher().session(ProductQuery.of("", 1)).admitted();
      for (int d = onSale.nextSetBit(0); d >= 0; d = onSale.nextSetBit(d + 1)) {
        Product product = lease.searcher().product(d);
        products.put(product.id(), product);
      }
    }
    return of(products);
  }

  private static ProductFacts of(Map<String, Product> products) {
    List<List<String>> words =
        new ProductTexts(new Segmenter(Lexicon.bundled())).wordsAndPairs(products.values());
    Map<String, String> categories = new LinkedHashMap<>();
    Map<String, List<String>> texts = new LinkedHashMap<>();
    List<Product> all = new ArrayList<>(products.values());
    for (int i = 0; i < all.size(); i++) {
      Product product = all.get(i);
      texts.put(product.id(), words.get(i));
      if (!product.category().isEmpty()) {
        categories.put(product.id(), product.category().getLast());
      }
    }
    return new ProductFacts(categories, texts);
  }
}
