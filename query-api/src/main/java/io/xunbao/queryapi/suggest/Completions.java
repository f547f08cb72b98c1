package io.xunbao.queryapi.suggest;

import io.xunbao.indexer.search.Vocabulary;
import io.xunbao.indexer.search.Vocabulary.Name;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names and words of one vocabulary that continue what was typed. */
final class Completions {
  private static final int SHORTEST_INSIDE = 2;
  private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::folded);

  private final List<Entry> names;
  private final Entry[] words;

  Completions(Vocabulary vocabulary) {
    List<Entry> entries = new ArrayList<>();
    for (Name category : vocabulary.categories()) {
      String path = category.text();
      String leaf = path.substring(path.lastIndexOf('>') + 1).strip();
      entries.add(new Entry(folded(leaf), leaf, category.products(), Suggestion.Kind.CATEGORY));
    }
    for (Name brand : vocabulary.brands()) {
      entries.add(
          new Entry(folded(brand.text()), brand.text(), brand.products(), Suggestion.Kind.BRAND));
    }
    this.names = List.copyOf(entries);
    this.words =
        vocabulary.words().stream()
            .map(w -> new Entry(folded(w.text()), w.text(), w.products(), Suggestion.Kind.TITLE))
            .sorted(ORDER)
            .toArray(Entry[]::new);
  }

  /** The text without differences of case and width. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /** Brands and categories that begin with the prefix, then those that hold it, by products. */
  List<Suggestion> names(String prefix, int size) {
    boolean inside = prefix.codePointCount(0, prefix.length()) >= SHORTEST_INSIDE;
    return names.stream()
        .filter(e -> e.folded().startsWith(prefix) || (inside && e.folded().contains(prefix)))
        .sorted(
            Comparator.comparing((Entry e) -> !e.folded().startsWith(prefix))
                .thenComparing(Comparator.comparingInt(Entry::products).reversed()))
        .limit(size)
        .map(Entry::suggestion)
        .toList();
  }

  /** Words of titles that begin with the prefix and go on, by products. */
  List<Suggestion> words(String prefix, int size) {
    int from =
        Arrays.binarySearch(words, new Entry(prefix, prefix, 0, Suggestion.Kind.TITLE), ORDER);
    List<Entry> found = new ArrayList<>();
    for (int i = from < 0 ? -from - 1 : from; i < words.length; i++) {
      if (!words[i].folded().startsWith(prefix)) {
        break;
      }
      if (words[i].folded().length() > prefix.length()) {
        found.add(words[i]);
      }
    }
    found.sort(Comparator.comparingInt(Entry::products).reversed());
    return found.stream().limit(size).map(Entry::suggestion).toList();
  }

  private record Entry(String folded, String text, int products, Suggestion.Kind kind) {
    Suggestion suggestion() {
      return new Suggestion(text, kind);
    }
  }
}
