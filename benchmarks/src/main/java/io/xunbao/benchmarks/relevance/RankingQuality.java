package io.xunbao.benchmarks.relevance;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.FeedbackSettings;
import io.xunbao.indexer.search.RankingWeights;
import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Metrics;
import io.xunbao.ranker.eval.Run;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.IndexReader;

/**
 * A table of rankings: Lucene's BM25 under four analyzers over the title and over all that names
 * the product, then ours, then ours with one part left out at a time. Argument: the data folder.
 */
public final class RankingQuality {
  private static final FeedbackSettings NO_FEEDBACK = new FeedbackSettings(1, 1, 1, 0);
  private static final RankingWeights ALL = RankingWeights.DEFAULT;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private RankingQuality() {}

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data");
    RankingQuality table = new RankingQuality();
    table.print(JudgedSet.chinese(data));
    table.print(JudgedSet.english(data));
  }

  private void print(JudgedSet set) throws IOException {
    out.printf(
        Locale.ROOT,
        "%n%s: %,d products, %d queries%n",
        set.name(),
        set.products().size(),
        set.queries().size());
    Map<String, Analyzer> analyzers = new LinkedHashMap<>();
    analyzers.put("standard", new StandardAnalyzer());
    analyzers.put("bigram", new CJKAnalyzer());
    analyzers.put("smartcn", new SmartChineseAnalyzer());
    analyzers.put("IK", new IkAnalyzer());
    for (Map.Entry<String, Analyzer> entry : analyzers.entrySet()) {
      baseline(set, entry, "title", Product::title);
      baseline(set, entry, "title+brand+category+description", RankingQuality::naming);
    }
    try (IndexReader index = OurRanking.index(set.products())) {
      ours(set, index).forEach((name, ranking) -> print(set, name, ranking));
    }
  }

  private void baseline(
      JudgedSet set,
      Map.Entry<String, Analyzer> analyzer,
      String fields,
      Function<Product, String> text)
      throws IOException {
    String name = "Lucene BM25, " + analyzer.getKey() + ", " + fields;
    print(set, name, new LuceneBaseline(set.products(), analyzer.getValue(), text));
  }

  private static Map<String, Ranking> ours(JudgedSet set, IndexReader index) {
    Map<String, Ranking> rows = new LinkedHashMap<>();
    FeedbackSettings feedback = FeedbackSettings.DEFAULT;
    rows.put("xunbao feedback (default)", new OurRanking(index, ALL, feedback));
    rows.put("xunbao bm25", new OurRanking(index, ALL, NO_FEEDBACK));
    rows.put(
        "  without characters", row(index, 0, ALL.pairs(), ALL.latinParts(), ALL.attributes()));
    rows.put(
        "  without pairs", row(index, ALL.characters(), 0, ALL.latinParts(), ALL.attributes()));
    rows.put(
        "  without parts of Latin words",
        row(index, ALL.characters(), ALL.pairs(), 0, ALL.attributes()));
    rows.put(
        "  without attributes", row(index, ALL.characters(), ALL.pairs(), ALL.latinParts(), 0));
    rows.put("  words alone", row(index, 0, 0, 0, 0));
    return rows;
  }

  private static Ranking row(
      IndexReader index, float characters, float pairs, float parts, float attributes) {
    return new OurRanking(
        index, new RankingWeights(characters, pairs, ALL.latin(), parts, attributes), NO_FEEDBACK);
  }

  private static String naming(Product product) {
    StringBuilder text = new StringBuilder(product.title());
    String brand = product.brand();
    text.append(' ').append(brand == null ? "" : brand);
    product.category().forEach(level -> text.append(' ').append(level));
    String description = product.description();
    return text.append(' ').append(description == null ? "" : description).toString();
  }

  private void print(JudgedSet set, String name, Ranking ranking) {
    Map<String, List<Run.Scored>> run = new LinkedHashMap<>();
    set.queries().forEach((id, query) -> run.put(id, scored(ranking, query)));
    Evaluation measured = Evaluation.of(set.qrels(), new Run(run), Metrics.standard());
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-56s", name));
    measured
        .means()
        .forEach(
            (metric, mean) -> row.append(String.format(Locale.ROOT, " %s %.4f", metric, mean)));
    out.println(row);
  }

  private static List<Run.Scored> scored(Ranking ranking, String query) {
    try {
      List<Run.Scored> scored = new ArrayList<>();
      for (String id : ranking.rank(query)) {
        scored.add(new Run.Scored(id, -scored.size()));
      }
      return scored;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
