package io.xunbao.indexer.search;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.StoredProducts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * Finds words of the index within one or two edits, by running a Levenshtein automaton along the
 * term dictionary (Schulz and Mihov 2002); nothing is kept beside the index.
 */
final class NearWords {
  private static final int MOST = 20;

  private final IndexReader reader;
  private final QueryAnalysis analysis;
  private final StoredProducts products;

  NearWords(IndexReader reader, QueryAnalysis analysis, StoredProducts products) {
    this.reader = reader;
    this.analysis = analysis;
    this.products = products;
  }

  /** How many products have a word, in any field that names them. */
  int documents(String word) throws IOException {
    List<String> terms = analysis.queryTerms(word);
    return terms.size() == 1
        ? reader.docFreq(new Term(IndexSchema.TEXT, terms.getFirst()))
        : reader.docFreq(new Term(IndexSchema.TEXT, word));
  }

  /** How many products have two characters side by side. */
  int pairs(String pair) throws IOException {
    return reader.docFreq(new Term(IndexSchema.PAIRS, pair));
  }

  /** The words within so many edits, the most frequent first. */
  List<NearWord> near(String word, int edits, int samePrefix) throws IOException {
    Set<String> spellings = new LinkedHashSet<>(analysis.queryTerms(word));
    spellings.add(word);
    List<CompiledAutomaton> automata = new ArrayList<>(); // each costs more than its walk
    for (String spelling : spellings) {
      automata.add(FuzzyQuery.getFuzzyAutomaton(spelling, edits, samePrefix, true));
    }
    Map<String, Integer> found = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms dictionary = leaf.reader().terms(IndexSchema.TEXT);
      if (dictionary != null) {
        Map<String, Integer> inLeaf = new HashMap<>();
        for (CompiledAutomaton automaton : automata) {
          collect(automaton.getTermsEnum(dictionary), inLeaf);
        }
        inLeaf.forEach((text, documents) -> found.merge(text, documents, Integer::sum));
      }
    }
    List<NearWord> near = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : best(found)) {
      near.add(new NearWord(asWritten(entry.getKey()), entry.getValue()));
    }
    return near;
  }

  /** Words of the index that at least so many products have, in any order, with their number. */
  void frequent(int least, ObjIntConsumer<String> consumer) throws IOException {
    Map<String, Integer> found = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms dictionary = leaf.reader().terms(IndexSchema.TEXT);
      if (dictionary != null) {
        TermsEnum terms = dictionary.iterator();
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
          found.merge(term.utf8ToString(), terms.docFreq(), Integer::sum);
        }
      }
    }
    found.forEach(
        (word, documents) -> {
          if (documents >= least) {
            consumer.accept(word, documents);
          }
        });
  }

  private static void collect(TermsEnum terms, Map<String, Integer> found) throws IOException {
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      found.put(term.utf8ToString(), terms.docFreq());
    }
  }

  private static List<Map.Entry<String, Integer>> best(Map<String, Integer> found) {
    return found.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .toList();
  }

  /** A stem as some title writes it. */
  private String asWritten(String term) throws IOException {
    if (term.codePoints().anyMatch(c -> c >= 0x2e80)) {
      return term;
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings =
          leaf.reader().postings(new Term(IndexSchema.TITLE, term), PostingsEnum.NONE);
      if (postings != null && postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
        Product product = products.read(leaf.docBase + postings.docID());
        for (QueryAnalysis.Placed word : analysis.placed(product.title())) {
          if (word.term().equals(term)) {
            return product.title().substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
          }
        }
      }
    }
    return term;
  }
}
