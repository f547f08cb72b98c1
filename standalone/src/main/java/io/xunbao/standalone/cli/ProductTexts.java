package io.xunbao.standalone.cli;

import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductDraft;
import io.xunbao.indexer.catalog.ProductMapper;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.catalog.TextField;
import io.xunbao.queryapi.vectors.ProductWords;
import io.xunbao.standalone.cli.ProductInputs.ProductInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of products, for training. Of several versions of a product the newest counts; records
 * without id or title are passed over.
 */
final class ProductTexts {
  private final ProductWords words;

  ProductTexts(Segmenter segmenter) {
    this.words = new ProductWords(segmenter);
  }

  /** The products of all inputs by id, in the order of their first version. */
  static Map<String, Product> products(List<ProductInput> inputs) throws IOException {
    Map<String, Product> products = new LinkedHashMap<>();
    for (ProductInput input : inputs) {
      ProductMapper mapper = input.mapping().mapper();
      try (RecordReader reader = RecordReader.open(input.file(), input.mapping())) {
        for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
          ProductDraft draft = mapper.map(record);
          if (draft.text(TextField.ID) != null && draft.text(TextField.TITLE) != null) {
            Product product = draft.toProduct();
            products.merge(product.id(), product, ProductTexts::newer);
          }
        }
      }
    }
    return products;
  }

  private static Product newer(Product a, Product b) {
    return b.updatedAt().isBefore(a.updatedAt()) ? a : b;
  }

  /** The words of a text as serving cuts a query. */
  List<String> words(String text) {
    return words.words(text);
  }

  /** What a product is about, as serving sees it. */
  List<String> about(Product product) {
    return words.about(product);
  }

  /** What a product is about, with the words of its description. */
  List<String> described(Product product) {
    List<String> words = new ArrayList<>(about(product));
    if (product.description() != null) {
      words.addAll(words(product.description()));
    }
    return words;
  }

  /**
   * Each title's words and pairs of neighbouring characters: pairs still agree where two titles are
   * cut into other words.
   */
  List<List<String>> wordsAndPairs(Collection<Product> products) {
    List<List<String>> texts = new ArrayList<>();
    for (Product product : products) {
      List<String> text = new ArrayList<>(about(product));
      String title = product.title().toLowerCase(Locale.ROOT);
      for (int i = 0; i + 2 <= title.length(); i++) {
        text.add(title.substring(i, i + 2));
      }
      texts.add(text);
    }
    return texts;
  }

  /** Everything to learn words from: what it is about, then its attributes as one more sentence. */
  List<List<String>> sentences(Product product) {
    List<String> attributes = new ArrayList<>();
    product
        .attributes()
        .forEach(
            (name, values) -> {
              attributes.addAll(words(name));
              values.forEach(value -> attributes.addAll(words(value)));
            });
    return attributes.isEmpty()
        ? List.of(about(product))
        : List.of(about(product), List.copyOf(attributes));
  }
}
