package io.xunbao.ikdict.lucene;

import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/**
 * Finds the documents whose tokens another lexicon may change, by the index alone: a changed word
 * can only stand where its atoms (single Chinese characters, runs of letters, numbers) follow one
 * another, and the index mode has indexed each atom at a position of its own. So a phrase of atoms
 * finds every such document, and some in which a mark or a space stands between.
 */
public final class AffectedDocuments {
  private static final int MOST_CLAUSES = 1_000;

  private final Segmenter segmenter;

  /**
   * @param segmenter the one with which the index was made
   */
  public AffectedDocuments(Segmenter segmenter) {
    this.segmenter = Objects.requireNonNull(segmenter, "segmenter");
  }

  /**
   * Queries that together match the documents whose field may hold a changed word; several, so that
   * none has more clauses than a searcher takes.
   *
   * @param changedWords words that were added, taken out or changed in cost
   */
  public List<Query> queries(String field, Collection<String> changedWords) {
    List<Query> phrases = changedWords.stream().map(word -> phrase(field, word)).toList();
    return java.util.stream.IntStream.range(0, (phrases.size() + MOST_CLAUSES - 1) / MOST_CLAUSES)
        .mapToObj(
            part ->
                anyOf(
                    phrases.subList(
                        part * MOST_CLAUSES, Math.min(phrases.size(), (part + 1) * MOST_CLAUSES))))
        .toList();
  }

  private static Query anyOf(List<Query> phrases) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    phrases.forEach(phrase -> any.add(phrase, BooleanClause.Occur.SHOULD));
    return new ConstantScoreQuery(any.build());
  }

  private Query phrase(String field, String word) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    for (Token token : segmenter.segment(word, Mode.INDEX)) {
      if (token.positionLength() == 1) {
        phrase.add(new Term(field, token.text()), token.position());
      }
    }
    return phrase.build();
  }

  /** How many documents the queries match together. */
  public static long count(IndexReader reader, List<Query> queries) throws java.io.IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, BooleanClause.Occur.SHOULD));
    return new org.apache.lucene.search.IndexSearcher(reader).count(any.build());
  }
}
