package io.xunbao.queryapi.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.ranker.feature.ProductFeatures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationWordsTest {
  private static final Pattern NUMBER = Pattern.compile("[+-]\\d+\\.\\d{4}");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void namesTheGreatestContributionsByTheLabelOfTheFeature(long seed) {
    ScoreExplanation learned = learned(seed);
    List<ScoreExplanation> lifting =
        learned.parts().stream()
            .filter(part -> part.value() > 0 && !part.description().equals("start"))
            .sorted(Comparator.comparingDouble((ScoreExplanation p) -> -p.value()))
            .toList();
    for (Language language : Language.values()) {
      String sentences =
          String.join(" ", words(Audience.MERCHANDISER, language).sentences(learned));
      for (ScoreExplanation part : lifting.subList(0, 4)) {
        assertThat(sentences).as("seed %d", seed).contains(label(part, language) + " +");
      }
      String reason = words(Audience.SHOPPER, language).sentences(learned).getFirst();
      ScoreExplanation best =
          lifting.stream().filter(p -> !p.description().startsWith("query.")).findFirst().get();
      assertThat(reason).as("seed %d", seed).contains(label(best, language));
      assertThat(NUMBER.matcher(reason).find()).as("a shopper reads no numbers").isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatAnEngineerReadsAddsUpToTheScore(long seed) {
    ScoreExplanation learned = learned(seed);
    String sentence = words(Audience.ENGINEER, Language.EN).sentences(learned).getFirst();
    double sum = 0;
    Matcher numbers = NUMBER.matcher(sentence.substring(sentence.indexOf('=')));
    while (numbers.find()) {
      sum += Double.parseDouble(numbers.group());
    }
    assertThat(sum).as("seed %d: %s", seed, sentence).isCloseTo(learned.value(), within(1e-3));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aWordAndWhatItConsistsOfAreOneReason(Language language) {
    ScoreExplanation score =
        new ScoreExplanation(
            "score",
            4.5,
            List.of(
                leaf("text:红", 0.5),
                leaf("text:红色", 1),
                leaf("pairs:红色", 1.5),
                leaf("attributes:棉", 1.5)));
    String reason = words(Audience.SHOPPER, language).sentences(score).getFirst();
    assertThat(reason.split("红", -1)).hasSize(2);
    assertThat(reason.indexOf("红色")).isLessThan(reason.indexOf("棉"));
  }

  @Test
  void aProductThatNothingSpeaksForStillGetsASentence() {
    ScoreExplanation score = new ScoreExplanation("learned model", -1, List.of(leaf("start", -1)));
    for (Audience audience : Audience.values()) {
      assertThat(words(audience, Language.ZH).sentences(score)).isNotEmpty().doesNotContain("");
    }
  }

  private static ExplanationWords words(Audience audience, Language language) {
    return new ExplanationWords(audience, language);
  }

  private static String label(ScoreExplanation part, Language language) {
    return language == Language.ZH
        ? ProductFeatures.chinese(part.description())
        : ProductFeatures.english(part.description());
  }

  private static ScoreExplanation leaf(String description, double value) {
    return new ScoreExplanation(description, value, List.of());
  }

  /** All features with contributions of both signs, and the start. */
  private static ScoreExplanation learned(long seed) {
    Random random = new Random(seed);
    List<ScoreExplanation> parts = new ArrayList<>();
    for (String name : ProductFeatures.schema().names()) {
      parts.add(leaf(name, random.nextGaussian()));
    }
    parts.add(leaf("start", random.nextGaussian()));
    double sum = parts.stream().mapToDouble(ScoreExplanation::value).sum();
    return new ScoreExplanation("learned model", sum, parts);
  }
}
