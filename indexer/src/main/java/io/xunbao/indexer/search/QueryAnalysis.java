package io.xunbao.indexer.search;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.search.QueryWords.Counted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts texts into the terms of the index. Safe for use by several threads. */
final class QueryAnalysis {
  /**
   * Distinct terms of each kind that are looked up; what comes behind is dropped. A query of the
   * greatest permitted length stays below Lucene's limit of clauses and within its deadline.
   */
  static final int MAX_TERMS = 64;

  private final Analyzer index;
  private final Analyzer query;

  QueryAnalysis(Lexicon lexicon) {
    this.index = IndexSchema.indexAnalyzer(lexicon);
    this.query = IndexSchema.queryAnalyzer(lexicon);
  }

  QueryWords words(String text) {
    List<String> fine = terms(index, IndexSchema.TEXT, text);
    List<String> coarse = terms(query, IndexSchema.TEXT, text);
    Set<String> whole = Set.copyOf(coarse);
    List<Counted> words =
        count(fine.stream().filter(t -> isHan(t) && (!isCharacter(t) || whole.contains(t))));
    List<Counted> characters = count(fine.stream().filter(t -> isHan(t) && isCharacter(t)));
    List<Counted> pairs = count(terms(index, IndexSchema.PAIRS, text).stream());
    List<Counted> latin = count(coarse.stream().filter(t -> !isHan(t)));
    List<Counted> parts = count(fine.stream().filter(t -> !isHan(t) && !whole.contains(t)));
    boolean cut = Math.max(fine.size(), pairs.size()) > MAX_TERMS;
    return new QueryWords(
        first(words), first(characters), first(pairs), first(latin), first(parts), cut);
  }

  /** The terms of a text as the index holds them in {@link IndexSchema#TEXT}. */
  List<String> indexTerms(String text) {
    return terms(index, IndexSchema.TEXT, text);
  }

  /** The terms that a text asks for in {@link IndexSchema#TEXT}. */
  List<String> queryTerms(String text) {
    return terms(query, IndexSchema.TEXT, text);
  }

  /** Where each index term of a text stands, in the order of the analyzer. */
  List<Placed> placed(String text) {
    List<Placed> placed = new ArrayList<>();
    read(index, IndexSchema.TEXT, text, placed);
    return placed;
  }

  /** Where each pair of Han characters of a text stands. */
  List<Placed> pairs(String text) {
    List<Placed> placed = new ArrayList<>();
    read(index, IndexSchema.PAIRS, text, placed);
    return placed;
  }

  private static List<String> terms(Analyzer analyzer, String field, String text) {
    List<Placed> placed = new ArrayList<>();
    read(analyzer, field, text, placed);
    return placed.stream().map(Placed::term).toList();
  }

  private static void read(Analyzer analyzer, String field, String text, List<Placed> into) {
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        into.add(new Placed(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Counted> count(Stream<String> terms) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    terms.forEach(term -> counts.merge(term, 1, Integer::sum));
    return counts.entrySet().stream().map(e -> new Counted(e.getKey(), e.getValue())).toList();
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(MAX_TERMS, all.size()));
  }

  private static boolean isCharacter(String term) {
    return term.codePointCount(0, term.length()) == 1;
  }

  /** Whether a term has a Han character, as 连衣裙 and u盘 have. */
  private static boolean isHan(String term) {
    return term.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
  }

  /** A term and where it stands in a text, in UTF-16 units. */
  record Placed(String term, int start, int end) {}
}
