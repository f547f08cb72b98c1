package io.xunbao.queryapi.understand;

import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import io.xunbao.ikdict.wordbook.WordBook;
import io.xunbao.indexer.search.ProductQuery;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a shop's stop words and synonyms make of a query: a stop word is left out, unless nothing
 * else would be left; a word with synonyms gives the query in several forms, or in another where
 * the rule replaces it. Rules are met at whole words of the query, the longest first, and once.
 * Immutable.
 */
final class WordRules {
  private final Segmenter segmenter;

  /** By the words of what is looked for, joined by spaces: what stands in its place. */
  private final Map<String, List<String>> rules = new HashMap<>();

  private int longest;

  WordRules(WordBook book, Segmenter segmenter) {
    this.segmenter = segmenter;
    book.synonyms().rules().forEach((from, to) -> add(from, List.copyOf(to)));
    book.stopWords().forEach(word -> add(word, List.of("")));
  }

  private void add(String from, List<String> to) {
    List<String> words = segmenter.segment(from, Mode.QUERY).stream().map(Token::text).toList();
    if (!words.isEmpty()) {
      longest = Math.max(longest, words.size());
      String own = to.contains(from) ? from : null;
      rules.put(
          String.join(" ", words),
          Stream.concat(Stream.ofNullable(own), to.stream().filter(t -> !t.equals(own))).toList());
    }
  }

  /**
   * The forms in which a query is searched, as many as retrieval takes.
   *
   * @param text in the normal spelling
   * @return at least one; the text alone where no rule is met
   */
  List<String> forms(String text) {
    if (rules.isEmpty()) {
      return List.of(text);
    }
    List<Met> met = met(segmenter.segment(text, Mode.QUERY));
    List<String> forms = List.of("");
    int at = 0;
    for (Met rule : met) {
      String before = text.substring(at, rule.start());
      forms = grow(forms, before, rule.instead());
      at = rule.end();
    }
    String rest = text.substring(at);
    List<String> whole = forms.stream().map(form -> joined(form, rest).strip()).distinct().toList();
    return whole.stream().allMatch(String::isEmpty) ? List.of(text.strip()) : whole;
  }

  private static List<String> grow(List<String> forms, String before, List<String> instead) {
    int most = Math.max(1, (ProductQuery.MAX_VARIANTS + 1) / forms.size());
    List<String> grown = new ArrayList<>();
    for (String word : instead.subList(0, Math.min(most, instead.size()))) {
      for (String form : forms) {
        String left = joined(form, before);
        grown.add(word.isEmpty() ? left + " " : joined(left, word));
      }
    }
    return grown;
  }

  /** Han stands beside Han; everything else is kept apart, so that no new word comes about. */
  private static String joined(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left + right;
    }
    int last = left.codePointBefore(left.length());
    int first = right.codePointAt(0);
    boolean together = isHan(last) && isHan(first) || last == ' ' || first == ' ';
    return together ? left + right : left + " " + right;
  }

  private static boolean isHan(int codePoint) {
    return UnicodeScript.of(codePoint) == UnicodeScript.HAN;
  }

  private List<Met> met(List<Token> tokens) {
    List<Met> met = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Met longestMet = longestAt(tokens, at);
      if (longestMet != null) {
        met.add(longestMet);
      }
      at += longestMet == null ? 1 : longestMet.words();
    }
    return met;
  }

  private @Nullable Met longestAt(List<Token> tokens, int from) {
    for (int to = Math.min(tokens.size(), from + longest); to > from; to--) {
      List<Token> span = tokens.subList(from, to);
      List<String> instead = rules.get(String.join(" ", span.stream().map(Token::text).toList()));
      if (instead != null) {
        return new Met(span.getFirst().start(), span.getLast().end(), span.size(), instead);
      }
    }
    return null;
  }

  /** A rule's place in a text: its words, and what stands for them. */
  private record Met(int start, int end, int words, List<String> instead) {}
}
