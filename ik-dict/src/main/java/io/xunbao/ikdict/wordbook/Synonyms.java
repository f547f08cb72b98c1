package io.xunbao.ikdict.wordbook;

import io.xunbao.ikdict.lexicon.FoldTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What other words a query's word is looked up under, in Solr's format: {@code a,b,c} are the same,
 * {@code a,b=>c,d} replaces. Rules apply once; what they give is not looked up again.
 */
public final class Synonyms {
  /** No synonyms. */
  public static final Synonyms NONE = new Synonyms(Map.of());

  private final Map<String, Set<String>> rules;

  private Synonyms(Map<String, Set<String>> rules) {
    this.rules = rules;
  }

  /** Parses rules of Solr's format, one a line, and brings their words into the normal spelling. */
  public static Synonyms parse(List<String> lines, FoldTable folds) {
    return of(
        java.util.stream.IntStream.range(0, lines.size())
            .mapToObj(i -> new WordFiles.Line(i + 1, lines.get(i).strip()))
            .filter(line -> !line.text().isEmpty() && !line.text().startsWith("#"))
            .toList(),
        folds);
  }

  static Synonyms of(List<WordFiles.Line> lines, FoldTable folds) {
    Map<String, Set<String>> rules = new TreeMap<>();
    for (WordFiles.Line line : lines) {
      SynonymRule rule = SynonymRule.parse(line.text());
      for (String from : rule.from()) {
        Set<String> to = rules.computeIfAbsent(folds.fold(from), word -> new LinkedHashSet<>());
        rule.to().forEach(word -> to.add(folds.fold(word)));
      }
    }
    return new Synonyms(rules);
  }

  /**
   * The words to look up for a word of a query, in the order of the rules: the word itself is among
   * them unless a rule replaces it.
   */
  public List<String> of(String word) {
    Set<String> found = rules.get(word);
    return found == null ? List.of(word) : List.copyOf(found);
  }

  /** Every word that has a rule, with what it is looked up under. */
  public Map<String, Set<String>> rules() {
    return rules;
  }
}
