package io.xunbao.indexer.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.Explanation;

/**
 * Lucene's explanations as sums: one part for each term that matches; of the variants of a query
 * the one that matches best.
 */
final class Explanations {
  private static final Pattern TERM =
      Pattern.compile("weight\\((.+?) in \\d+\\).*", Pattern.DOTALL);

  private Explanations() {}

  /** The explanation of a sum of terms. */
  static ScoreExplanation sum(String description, Explanation sum) {
    List<ScoreExplanation> parts = new ArrayList<>();
    collect(sum, parts);
    return new ScoreExplanation(description, sum.getValue().doubleValue(), parts);
  }

  private static void collect(Explanation node, List<ScoreExplanation> parts) {
    Matcher term = TERM.matcher(node.getDescription());
    if (term.matches()) {
      parts.add(new ScoreExplanation(term.group(1), node.getValue().doubleValue(), List.of()));
    } else if (node.isMatch() && node.getDescription().startsWith("max of")) {
      Arrays.stream(node.getDetails())
          .max(Comparator.comparingDouble(variant -> variant.getValue().doubleValue()))
          .ifPresent(best -> collect(best, parts));
    } else if (node.isMatch()) {
      Arrays.stream(node.getDetails()).forEach(detail -> collect(detail, parts));
    }
  }
}
