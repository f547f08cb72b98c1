package io.xunbao.indexer.search;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.search.QueryWords.Counted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.SmallFloat;

/**
 * The reference retriever: reads every product for every query and adds up BM25 by its formula. It
 * knows relevance without filters, which is what the ranking is about.
 */
final class BruteForceRetriever implements Retriever {
  private static final double K1 = 0.9;
  private static final double B = 1;
  private static final List<String> FIELDS =
      List.of(IndexSchema.TEXT, IndexSchema.PAIRS, IndexSchema.ATTRIBUTES);

  private final Analyzer analyzer = IndexSchema.indexAnalyzer(TestIndex.LEXICON);
  private final QueryAnalysis analysis = new QueryAnalysis(TestIndex.LEXICON);
  private final RankingWeights weights = RankingWeights.DEFAULT;
  private final List<Entry> entries = new ArrayList<>();

  BruteForceRetriever(List<Product> products) {
    for (Product product : products) {
      entries.add(new Entry(product.id(), fields(product)));
    }
  }

  private Map<String, Terms> fields(Product product) {
    List<String> naming = new ArrayList<>();
    naming.add(product.title());
    if (product.brand() != null) {
      naming.add(product.brand());
    }
    if (!product.category().isEmpty()) {
      naming.add(String.join(" ", product.category()));
    }
    List<String> all = new ArrayList<>(naming);
    if (product.description() != null) {
      all.add(product.description());
    }
    List<String> values = product.attributes().values().stream().flatMap(List::stream).toList();
    return Map.of(
        IndexSchema.TEXT, terms(IndexSchema.TEXT, all),
        IndexSchema.PAIRS, terms(IndexSchema.PAIRS, naming),
        IndexSchema.ATTRIBUTES,
            terms(
                IndexSchema.ATTRIBUTES,
                values.isEmpty() ? List.of() : List.of(String.join(" ", values))));
  }

  private Terms terms(String field, List<String> texts) {
    Map<String, Integer> counts = new HashMap<>();
    int length = 0;
    int tokens = 0;
    for (String text : texts) {
      try (TokenStream stream = analyzer.tokenStream(field, text)) {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          counts.merge(term.toString(), 1, Integer::sum);
          length += step.getPositionIncrement() == 0 ? 0 : 1;
          tokens++;
        }
        stream.end();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Terms(counts, length, tokens);
  }

  @Override
  public Retrieved retrieve(ProductQuery query) {
    QueryWords words = analysis.words(query.text());
    List<Hit> most = hits(words, true, query.size());
    return most.size() >= query.size()
        ? new Retrieved(most, most.size(), true, Matching.MOST, false)
        : new Retrieved(hits(words, false, query.size()), 0, false, Matching.ANY, false);
  }

  private List<Hit> hits(QueryWords words, boolean most, int size) {
    return entries.stream()
        .filter(e -> most ? hasMost(e, words) : hasAny(e, words))
        .map(e -> hit(e, words))
        .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id))
        .limit(size)
        .toList();
  }

  private Hit hit(Entry entry, QueryWords words) {
    float score = (float) score(entry, words);
    return new Hit(entry.id, 0, score, new PageKey(Float.floatToIntBits(score), entry.id));
  }

  /** The score of a product, 0 for an unknown one. */
  double score(String id, String query) {
    QueryWords words = analysis.words(query);
    return entries.stream().filter(e -> e.id.equals(id)).mapToDouble(e -> score(e, words)).sum();
  }

  private double score(Entry entry, QueryWords words) {
    double sum = 0;
    for (Counted word : words.words()) {
      sum += word.count() * bm25(entry, IndexSchema.TEXT, word.text());
      sum += word.count() * weights.attributes() * bm25(entry, IndexSchema.ATTRIBUTES, word.text());
    }
    for (Counted word : words.latin()) {
      double weight = word.count() * weights.latin();
      sum += weight * bm25(entry, IndexSchema.TEXT, word.text());
      sum += weight * weights.attributes() * bm25(entry, IndexSchema.ATTRIBUTES, word.text());
    }
    sum += sum(entry, IndexSchema.TEXT, words.latinParts(), weights.latinParts());
    sum += sum(entry, IndexSchema.TEXT, words.characters(), weights.characters());
    return sum + sum(entry, IndexSchema.PAIRS, words.pairs(), weights.pairs());
  }

  private double sum(Entry entry, String field, List<Counted> terms, double weight) {
    return terms.stream().mapToDouble(t -> weight * t.count() * bm25(entry, field, t.text())).sum();
  }

  private double bm25(Entry entry, String field, String term) {
    int frequency = entry.has(field, term);
    if (frequency == 0) {
      return 0;
    }
    List<Terms> used =
        entries.stream().map(e -> e.fields.get(field)).filter(t -> t.tokens > 0).toList();
    double count = used.size();
    double average = used.stream().mapToInt(Terms::tokens).sum() / count;
    double with = used.stream().filter(t -> t.counts.containsKey(term)).count();
    double idf = Math.log(1 + (count - with + 0.5) / (with + 0.5));
    int length = SmallFloat.byte4ToInt(SmallFloat.intToByte4(entry.fields.get(field).length));
    return idf * frequency / (frequency + K1 * (1 - B + B * length / average));
  }

  private static boolean hasMost(Entry entry, QueryWords words) {
    long wanted = words.characters().size() + words.latin().size();
    if (wanted == 0) {
      return hasAny(entry, words);
    }
    long latin = words.latin().stream().filter(w -> entry.hasWord(w.text())).count();
    long anywhere =
        words.characters().stream().filter(c -> entry.has(IndexSchema.TEXT, c.text()) > 0).count();
    long inPlace =
        words.characters().stream().filter(c -> inPlace(entry, c.text(), words.pairs())).count();
    return inPlace + latin >= (wanted + 1) / 2 || anywhere + latin == wanted;
  }

  private static boolean inPlace(Entry entry, String character, List<QueryWords.Counted> pairs) {
    List<String> places =
        pairs.stream().map(QueryWords.Counted::text).filter(p -> p.contains(character)).toList();
    return places.isEmpty()
        ? entry.has(IndexSchema.TEXT, character) > 0
        : places.stream().anyMatch(pair -> entry.has(IndexSchema.PAIRS, pair) > 0);
  }

  private static boolean hasAny(Entry entry, QueryWords words) {
    return words.words().stream().anyMatch(w -> entry.hasWord(w.text()))
        || words.latin().stream().anyMatch(w -> entry.hasWord(w.text()))
        || words.latinParts().stream().anyMatch(w -> entry.has(IndexSchema.TEXT, w.text()) > 0)
        || words.pairs().stream().anyMatch(p -> entry.has(IndexSchema.PAIRS, p.text()) > 0);
  }

  private record Terms(Map<String, Integer> counts, int length, int tokens) {}

  private record Entry(String id, Map<String, Terms> fields) {
    int has(String field, String term) {
      return fields.get(field).counts.getOrDefault(term, 0);
    }

    boolean hasWord(String term) {
      return has(IndexSchema.TEXT, term) > 0 || has(IndexSchema.ATTRIBUTES, term) > 0;
    }
  }
}
