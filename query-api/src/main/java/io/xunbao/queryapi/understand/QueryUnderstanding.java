package io.xunbao.queryapi.understand;

import io.xunbao.ikdict.normalize.TextNormalizer;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import io.xunbao.ikdict.wordbook.WordBook;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.queryapi.understand.Understood.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what was typed into what is searched. Safe for use by several threads. */
public final class QueryUnderstanding {
  private final TextNormalizer normalizer;
  private final Segmenter segmenter;
  private final WordRules rules;
  private final Supplier<Homophones> homophones;

  /**
   * @param book the words of the index that is searched, and the rules of its shop
   * @param homophones the words of the catalogue by their sound, as they are known at the moment
   */
  public QueryUnderstanding(WordBook book, Supplier<Homophones> homophones) {
    this.normalizer = new TextNormalizer(book.lexicon().folds());
    this.segmenter = new Segmenter(book.lexicon());
    this.rules = new WordRules(book, segmenter);
    this.homophones = Objects.requireNonNull(homophones, "homophones");
  }

  /**
   * Understands one query, whatever the text.
   *
   * @param searcher the products whose words, brands and categories are known
   */
  public Understood understand(String typed, ProductSearcher searcher) throws IOException {
    List<Step> steps = new ArrayList<>();
    String text = normalizer.normalize(withoutLoneSurrogates(typed)).strip();
    steps.add(new Step("normalise", text));
    List<String> forms = rules.forms(text);
    String correction = forms.equals(List.of(text)) ? correction(text, searcher) : null;
    if (correction != null) {
      steps.add(new Step("correct", correction));
      forms = rules.forms(correction);
    }
    if (forms.size() > 1 || !forms.getFirst().equals(correction == null ? text : correction)) {
      steps.add(new Step("rules", String.join(" | ", forms)));
    }
    String searched = forms.getFirst();
    List<String> words = segmenter.segment(searched, Mode.QUERY).stream().map(Token::text).toList();
    steps.add(new Step("segment", String.join(" ", words)));
    String brand = recognise("brand", words, searcher::isBrand, steps);
    String category = recognise("category", words, searcher::isCategory, steps);
    return new Understood(
        typed,
        searched,
        forms.subList(1, forms.size()),
        correction != null,
        brand,
        category,
        steps);
  }

  /** Words that the shop has a rule for are known, whatever the catalogue says. */
  private @Nullable String correction(String text, ProductSearcher searcher) throws IOException {
    return new Spelling(segmenter, searcher, homophones.get()).correct(text);
  }

  /** The longest run of words that is a value of the catalogue; the first of equals. */
  private static @Nullable String recognise(
      String kind, List<String> words, Known known, List<Step> steps) throws IOException {
    int most = Math.min(words.size(), 4);
    for (int length = most; length > 0; length--) {
      for (int at = 0; at + length <= Math.min(words.size(), 12); at++) {
        String value = String.join("", words.subList(at, at + length));
        if (known.contains(value)) {
          steps.add(new Step(kind, value));
          return value;
        }
      }
    }
    return null;
  }

  /** Half of a surrogate pair is no character; a space keeps what stands around it apart. */
  private static String withoutLoneSurrogates(String text) {
    return text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private interface Known {
    boolean contains(String value) throws IOException;
  }
}
