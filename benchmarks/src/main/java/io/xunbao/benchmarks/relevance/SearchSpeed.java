package io.xunbao.benchmarks.relevance;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.search.ProductQuery;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.QuerySession;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.QueryBuilder;

/**
 * Queries a second on one core, top ten: ours beside a bare Lucene searcher on the same index that
 * asks for the same words of the one text field. Argument: the data folder.
 */
public final class SearchSpeed {
  private static final int ROUNDS = 12;
  private static final int TOP = 10;

  private final List<String> queries;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private SearchSpeed(List<String> queries) {
    this.queries = queries;
  }

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data");
    JudgedSet set = JudgedSet.chinese(data);
    try (IndexReader index = OurRanking.index(set.products())) {
      new SearchSpeed(List.copyOf(set.queries().values())).run(index);
    }
  }

  private void run(IndexReader index) throws IOException {
    ProductSearcher ours = new ProductSearcher(index, Lexicon.bundled());
    IndexSearcher bare = new IndexSearcher(index);
    bare.setSimilarity(IndexSchema.similarity());
    QueryBuilder builder = new QueryBuilder(IndexSchema.indexAnalyzer(Lexicon.bundled()));
    builder.setEnableGraphQueries(false);
    Search lucene =
        text ->
            bare.search(builder.createBooleanQuery(IndexSchema.TEXT, text), TOP).scoreDocs.length;
    Search bm25 = text -> ours.retrieve(ProductQuery.of(text, TOP)).hits().size();
    Search same =
        text -> {
          QuerySession session = ours.session(ProductQuery.of(text, TOP));
          return bare.search(session.scoringQuery(), TOP).scoreDocs.length;
        };
    Search feedback =
        text -> {
          QuerySession session = ours.session(ProductQuery.of(text, 100));
          return session.rerank(session.retrieve(TOP).hits()).size();
        };
    for (int round = 1; round <= ROUNDS; round++) {
      double base = rate(lucene);
      double sameQuery = rate(same);
      double retrieval = rate(bm25);
      double ranked = rate(feedback);
      out.printf(
          Locale.ROOT,
          "round %2d: bare Lucene, words %,.0f/s; bare Lucene, our query %,.0f/s; ours bm25 %,.0f/s"
              + " (%.2f of the same query); with feedback over 100 %,.0f/s%n",
          round,
          base,
          sameQuery,
          retrieval,
          retrieval / sameQuery,
          ranked);
    }
  }

  private double rate(Search search) throws IOException {
    long start = System.nanoTime();
    int done = 0;
    long hits = 0;
    while (System.nanoTime() - start < 1_000_000_000L) {
      hits += search.hits(queries.get(done % queries.size()));
      done++;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return hits == 0 ? 0 : done / seconds;
  }

  private interface Search {
    int hits(String text) throws IOException;
  }
}
