package io.xunbao.queryapi.explain;

import io.xunbao.indexer.search.ScoreExplanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An explanation in sentences. Parts that people call the same, such as a word and the characters
 * that it consists of, are one part; the greatest are named and the others summed, so that what an
 * engineer or a merchandiser reads adds up to the score.
 */
public final class ExplanationWords {
  private static final int FOR_SHOPPERS = 3;
  private static final int EACH_WAY = 4;
  private static final int FOR_ENGINEERS = 8;
  private static final String START = "start";

  private final Audience audience;
  private final boolean chinese;
  private final PartLabels labels;

  public ExplanationWords(Audience audience, Language language) {
    this.audience = audience;
    this.chinese = language == Language.ZH;
    this.labels = new PartLabels(language);
  }

  private record Part(String label, double value) {}

  /** At least one sentence. */
  public List<String> sentences(ScoreExplanation explanation) {
    return switch (audience) {
      case SHOPPER -> shopper(explanation);
      case MERCHANDISER -> merchandiser(explanation);
      case ENGINEER -> List.of(engineer(explanation));
    };
  }

  /** What is the same for every product of the list is no reason for this one. */
  private List<String> shopper(ScoreExplanation explanation) {
    String reasons =
        labelled(explanation, name -> !name.equals(START) && !name.startsWith("query.")).stream()
            .filter(part -> part.value() > 0)
            .limit(FOR_SHOPPERS)
            .map(Part::label)
            .collect(Collectors.joining(chinese ? "、" : "; "));
    if (reasons.isEmpty()) {
      return List.of(chinese ? "它和你的搜索部分相符。" : "It matches your search in part.");
    }
    return List.of(
        chinese ? "排在这里，主要因为：" + reasons + "。" : "Shown here mainly for: " + reasons + ".");
  }

  private List<String> merchandiser(ScoreExplanation explanation) {
    List<Part> parts = labelled(explanation, name -> !name.equals(START));
    List<Part> up = parts.stream().filter(part -> part.value() > 0).limit(EACH_WAY).toList();
    List<Part> down = parts.stream().filter(part -> part.value() < 0).limit(EACH_WAY).toList();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        up.isEmpty()
            ? (chinese ? "没有抬高它的因素。" : "Nothing lifts it.")
            : (chinese ? "抬高它的：" : "Lifts it: ") + list(up));
    sentences.add(
        down.isEmpty()
            ? (chinese ? "没有压低它的因素。" : "Nothing holds it back.")
            : (chinese ? "压低它的：" : "Holds it back: ") + list(down));
    int others = parts.size() - up.size() - down.size();
    if (others > 0) {
      String sum = number(sum(parts) - sum(up) - sum(down));
      sentences.add(
          chinese
              ? "其余 " + others + " 项合计 " + sum + "。"
              : "The other " + others + " parts add " + sum + ".");
    }
    return sentences;
  }

  private String list(List<Part> parts) {
    return parts.stream()
        .map(part -> part.label() + " " + number(part.value()))
        .collect(Collectors.joining(chinese ? "，" : ", ", "", chinese ? "。" : "."));
  }

  private String engineer(ScoreExplanation explanation) {
    List<ScoreExplanation> leaves = new ArrayList<>();
    collect(explanation, leaves);
    leaves.sort(Comparator.comparingDouble(leaf -> -Math.abs(leaf.value())));
    List<ScoreExplanation> shown = leaves.subList(0, Math.min(FOR_ENGINEERS, leaves.size()));
    StringBuilder text = new StringBuilder(chinese ? "得分 " : "score ");
    text.append(String.format(Locale.ROOT, "%.4f =", explanation.value()));
    double rest = explanation.value();
    for (ScoreExplanation leaf : shown) {
      rest -= leaf.value();
      text.append(' ').append(number(leaf.value())).append(' ').append(leaf.description());
      String label = labels.label(leaf.description());
      if (!label.equals(leaf.description())) {
        text.append(" (").append(label).append(')');
      }
    }
    int others = leaves.size() - shown.size();
    if (others > 0) {
      text.append(' ').append(number(rest)).append(chinese ? " 其余 " : " of ").append(others);
      text.append(chinese ? " 项" : " other parts");
    }
    return text.append(chinese ? "。" : ".").toString();
  }

  /** The leaves by label, the greatest first. */
  private List<Part> labelled(ScoreExplanation explanation, Predicate<String> counts) {
    List<ScoreExplanation> leaves = new ArrayList<>();
    collect(explanation, leaves);
    Map<String, Double> sums = new LinkedHashMap<>();
    for (ScoreExplanation leaf : leaves) {
      if (counts.test(leaf.description())) {
        sums.merge(labels.label(whole(leaf, leaves)), leaf.value(), Double::sum);
      }
    }
    return sums.entrySet().stream()
        .map(entry -> new Part(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble(part -> -Math.abs(part.value())))
        .toList();
  }

  /** The longest word of the same field that holds a leaf's word; else the leaf itself. */
  private static String whole(ScoreExplanation leaf, List<ScoreExplanation> leaves) {
    String own = PartLabels.named(leaf.description());
    int colon = own.indexOf(':');
    String longest = own;
    for (ScoreExplanation other : leaves) {
      String name = PartLabels.named(other.description());
      if (colon >= 0
          && name.length() > longest.length()
          && name.startsWith(own.substring(0, colon + 1))
          && name.indexOf(own.substring(colon + 1), colon + 1) >= 0) {
        longest = name;
      }
    }
    return longest;
  }

  private static void collect(ScoreExplanation part, List<ScoreExplanation> leaves) {
    if (!part.parts().isEmpty()) {
      part.parts().forEach(inner -> collect(inner, leaves));
    } else if (part.value() != 0) {
      leaves.add(part);
    }
  }

  private static double sum(List<Part> parts) {
    return parts.stream().mapToDouble(Part::value).sum();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%+.4f", value);
  }
}
