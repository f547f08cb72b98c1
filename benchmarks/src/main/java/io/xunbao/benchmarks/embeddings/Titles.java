package io.xunbao.benchmarks.embeddings;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of real titles, and two things that the titles do not say: the category of some, and
 * which of others were bought together.
 *
 * @param all the words of every title, for training
 */
record Titles(List<List<String>> all, Related byCategory, Related byBasket) {
  /**
   * Products of which it is known which others belong to them.
   *
   * @param texts the words of each product's title
   * @param partners the products that belong to each, by their place in {@code texts}
   */
  record Related(String name, List<List<String>> texts, List<Set<Integer>> partners) {}

  private static final Segmenter SEGMENTER = new Segmenter(Lexicon.bundled());

  static Titles read(Path data) throws IOException {
    List<List<String>> all = new ArrayList<>();
    List<List<String>> texts = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    for (String[] row : rows(data.resolve("zh/catalogue-union.tsv"))) {
      List<String> words = words(row[1]);
      all.add(words);
      if (row.length > 3 && !row[3].isBlank()) {
        texts.add(words);
        categories.add(row[3]);
      }
    }
    return new Titles(all, sameCategory(texts, categories), baskets(data));
  }

  private static Related sameCategory(List<List<String>> texts, List<String> categories) {
    Map<String, Set<Integer>> members = new HashMap<>();
    for (int i = 0; i < categories.size(); i++) {
      members.computeIfAbsent(categories.get(i), name -> new HashSet<>()).add(i);
    }
    return new Related(
        "category",
        texts,
        categories.stream().map(name -> members.getOrDefault(name, Set.of())).toList());
  }

  private static Related baskets(Path data) throws IOException {
    List<List<String>> texts = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (String[] row : rows(data.resolve("zh/basket-products.tsv"))) {
      places.put(row[0], texts.size());
      texts.add(words(row[1]));
    }
    List<Set<Integer>> partners = new ArrayList<>();
    texts.forEach(text -> partners.add(new TreeSet<>()));
    for (String basket : Files.readAllLines(data.resolve("behaviour/baskets.txt"))) {
      List<Integer> bought =
          List.of(basket.strip().split(" ")).stream()
              .filter(places::containsKey)
              .map(id -> places.getOrDefault(id, 0))
              .toList();
      bought.forEach(product -> partners.get(product).addAll(bought));
    }
    return new Related("bought together", texts, partners);
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split("\t")).toList();
  }

  private static List<String> words(String text) {
    return SEGMENTER.segment(text, Mode.QUERY).stream().map(Token::text).toList();
  }
}
