package io.xunbao.benchmarks.relevance;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import io.xunbao.ikdict.segment.TokenKind;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.index.IndexReader;

/**
 * Which judged Chinese queries our BM25 without feedback wins and loses against Lucene's BM25 with
 * smartcn over the same titles, and how it does where models, quantities and brands are asked: what
 * the words do, not the ranking. Argument: the data folder.
 */
public final class WonAndLost {
  private static final int SHOWN = 12;
  private static final String METRIC = "nDCG@10";
  private static final FeedbackSettings NO_FEEDBACK = new FeedbackSettings(1, 1, 1, 0);

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Segmenter segmenter = new Segmenter(Lexicon.bundled());

  private WonAndLost() {}

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data");
    new WonAndLost().print(JudgedSet.chinese(data));
  }

  private void print(JudgedSet set) throws IOException {
    Ranking theirs = new LuceneBaseline(set.products(), new SmartChineseAnalyzer(), Product::title);
    List<Compared> compared;
    try (IndexReader index = OurRanking.index(set.products())) {
      Ranking ours = new OurRanking(index, RankingWeights.DEFAULT, NO_FEEDBACK);
      compared = compare(set, measure(set, ours), measure(set, theirs));
    }
    segments(compared, brands(set));
    compared.sort(Comparator.comparingDouble(Compared::difference).reversed());
    out.println("won most");
    compared.stream().limit(SHOWN).forEach(this::print);
    out.println("lost most");
    compared.reversed().stream().limit(SHOWN).forEach(this::print);
  }

  private void segments(List<Compared> compared, Set<String> brands) {
    segment("all", compared, c -> true);
    segment("with a model number", compared, c -> has(c.query(), TokenKind.MODEL));
    segment("with a quantity", compared, c -> has(c.query(), TokenKind.QUANTITY));
    segment(
        "with a brand",
        compared,
        c -> tokens(c.query()).stream().anyMatch(t -> brands.contains(t.text())));
  }

  private void segment(String name, List<Compared> all, Predicate<Compared> belongs) {
    List<Compared> in = all.stream().filter(belongs).toList();
    out.printf(
        Locale.ROOT,
        "%-22s %3d queries  ours %.4f  smartcn %.4f  won %d  lost %d%n",
        name,
        in.size(),
        in.stream().mapToDouble(Compared::ours).average().orElse(0),
        in.stream().mapToDouble(Compared::theirs).average().orElse(0),
        in.stream().filter(c -> c.difference() > 0).count(),
        in.stream().filter(c -> c.difference() < 0).count());
  }

  private boolean has(String query, TokenKind kind) {
    return tokens(query).stream().anyMatch(token -> token.kind() == kind);
  }

  private List<Token> tokens(String query) {
    return segmenter.segment(query, Mode.QUERY);
  }

  private static Set<String> brands(JudgedSet set) {
    return set.products().stream()
        .map(Product::brand)
        .filter(brand -> brand != null)
        .flatMap(brand -> List.of(brand.toLowerCase(Locale.ROOT).split("/")).stream())
        .collect(Collectors.toSet());
  }

  private void print(Compared c) {
    out.printf(
        Locale.ROOT, "  %+.3f  %.3f  %.3f  %s%n", c.difference(), c.ours(), c.theirs(), c.query());
  }

  private static List<Compared> compare(
      JudgedSet set,
      Map<String, Map<String, Double>> ours,
      Map<String, Map<String, Double>> theirs) {
    List<Compared> compared = new ArrayList<>();
    ours.forEach(
        (id, metrics) ->
            compared.add(
                new Compared(
                    String.valueOf(set.queries().get(id)),
                    metrics.getOrDefault(METRIC, 0.0),
                    theirs.getOrDefault(id, Map.of()).getOrDefault(METRIC, 0.0))));
    return compared;
  }

  private static Map<String, Map<String, Double>> measure(JudgedSet set, Ranking ranking)
      throws IOException {
    Map<String, List<Run.Scored>> run = new LinkedHashMap<>();
    for (Map.Entry<String, String> query : set.queries().entrySet()) {
      List<Run.Scored> scored = new ArrayList<>();
      for (String id : ranking.rank(query.getValue())) {
        scored.add(new Run.Scored(id, -scored.size()));
      }
      run.put(query.getKey(), scored);
    }
    return Evaluation.of(set.qrels(), new Run(run), Metrics.standard()).queries();
  }

  private record Compared(String query, double ours, double theirs) {
    double difference() {
      return ours - theirs;
    }
  }
}
