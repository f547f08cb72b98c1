package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.Facets;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.indexer.search.TextRange;
import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchAnswer.Correction;
import io.xunbao.queryapi.SearchAnswer.RankedHit;
import io.xunbao.queryapi.explain.ExplanationWords;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An answer for people. */
final class AnswerText {
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintWriter out;
  private final boolean colours;
  private final @Nullable ExplanationWords words;

  /**
   * @param words says explanations in sentences; null for the parts as they are
   */
  AnswerText(PrintWriter out, boolean colours, @Nullable ExplanationWords words) {
    this.words = words;
    this.out = out;
    this.colours = colours;
  }

  void print(SearchAnswer answer) {
    Correction correction = answer.correction();
    if (correction != null) {
      out.println(
          (correction.applied() ? "showing results for " : "did you mean ")
              + correction.corrected()
              + " (typed: "
              + correction.typed()
              + ")");
    }
    out.println(
        (answer.total().exact() ? "" : "at least ")
            + answer.total().value()
            + " products, ranked by "
            + answer.ranker().wireName()
            + ", snapshot "
            + answer.snapshot());
    answer.degraded().forEach(d -> out.println("without " + d.step() + ": " + d.reason()));
    answer.hits().forEach(this::print);
    facet("brands", answer.facets().brands());
    facet("categories", answer.facets().categories());
    answer.trace().forEach(step -> out.println("trace " + step.stage() + " " + step.details()));
  }

  private void print(RankedHit hit) {
    Product product = hit.product();
    out.println();
    out.printf(Locale.ROOT, "%3d. %s%n", hit.position(), title(hit));
    out.println("     " + facts(product) + String.format(Locale.ROOT, "  [%.3f]", hit.score()));
    ScoreExplanation explanation = hit.explanation();
    if (explanation != null && words != null) {
      words.sentences(explanation).forEach(sentence -> out.println("     " + sentence));
    } else if (explanation != null) {
      print(explanation, "     ");
    }
  }

  private String title(RankedHit hit) {
    String title = hit.product().title();
    if (!colours) {
      return title;
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (TextRange range : hit.titleHighlights()) {
      text.append(title, at, range.start()).append(BOLD);
      text.append(title, range.start(), range.end()).append(PLAIN);
      at = range.end();
    }
    return text.append(title, at, title.length()).toString();
  }

  private static String facts(Product product) {
    List<String> facts = new ArrayList<>();
    facts.add(product.id());
    Long fen = product.priceFen();
    if (fen != null) {
      facts.add(product.currency() + " " + BigDecimal.valueOf(fen, 2).toPlainString());
    }
    String brand = product.brand();
    if (brand != null) {
      facts.add(brand);
    }
    if (!product.category().isEmpty()) {
      facts.add(String.join(" > ", product.category()));
    }
    return String.join(" · ", facts);
  }

  private void print(ScoreExplanation part, String indent) {
    out.printf(Locale.ROOT, "%s%8.4f %s%n", indent, part.value(), part.description());
    part.parts().forEach(p -> print(p, indent + "  "));
  }

  private void facet(String name, List<Facets.Value> values) {
    if (!values.isEmpty()) {
      out.println();
      out.println(
          name
              + ": "
              + values.stream()
                  .limit(8)
                  .map(v -> v.value() + " (" + v.count() + ")")
                  .collect(Collectors.joining(", ")));
    }
  }
}
