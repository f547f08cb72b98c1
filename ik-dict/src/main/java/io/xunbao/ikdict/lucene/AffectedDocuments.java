package io.xunbao.ikdict.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;
import static org.apache.lucene.search.ScoreMode.COMPLETE_NO_SCORES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * Finds the documents whose tokens another lexicon may change, by the index alone: a changed word
 * can only stand where its atoms (single Chinese characters, runs of letters, numbers) follow one
 * another, and the index mode has indexed each atom at a position of its own. So a phrase of atoms
 * finds every such document, and some in which a mark or a space stands between.
 */
public final class AffectedDocuments {
  private static final int MOST_CLAUSES = 1_000;

  private final Analyzer analyzer;

  /**
   * @param analyzer the one with which the index was made
   */
  public AffectedDocuments(Analyzer analyzer) {
    this.analyzer = Objects.requireNonNull(analyzer, "analyzer");
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
    try (TokenStream tokens = analyzer.tokenStream(field, word)) {
      CharTermAttribute text = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      PositionLengthAttribute length = tokens.addAttribute(PositionLengthAttribute.class);
      tokens.reset();
      int position = -1;
      while (tokens.incrementToken()) {
        position += step.getPositionIncrement();
        if (length.getPositionLength() == 1) {
          phrase.add(new Term(field, text.toString()), position);
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a word from memory failed: " + word, e);
    }
    return phrase.build();
  }

  /**
   * The documents that any of the queries matches.
   *
   * @return a bit a document of the reader
   */
  public static FixedBitSet matching(IndexReader reader, List<Query> queries) throws IOException {
    FixedBitSet documents = new FixedBitSet(Math.max(1, reader.maxDoc()));
    IndexSearcher searcher = new IndexSearcher(reader);
    for (Query query : queries) {
      Weight weight = searcher.createWeight(searcher.rewrite(query), COMPLETE_NO_SCORES, 1);
      for (LeafReaderContext leaf : reader.leaves()) {
        Scorer scorer = weight.scorer(leaf);
        if (scorer != null) {
          collect(scorer.iterator(), leaf, documents);
        }
      }
    }
    return documents;
  }

  private static void collect(DocIdSetIterator found, LeafReaderContext leaf, FixedBitSet into)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = found.nextDoc(); doc != NO_MORE_DOCS; doc = found.nextDoc()) {
      if (live == null || live.get(doc)) {
        into.set(leaf.docBase + doc);
      }
    }
  }
}
