package io.xunbao.standalone.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {
  private static final SampleSize SMALL = new SampleSize(400, 30, 5);

  @TempDir Path folder;

  @Test
  void write_sameSeed_givesSameBytes() throws IOException {
    SampleData first = SampleData.write(folder.resolve("a"), SMALL, 7);
    SampleData second = SampleData.write(folder.resolve("b"), SMALL, 7);
    SampleData other = SampleData.write(folder.resolve("c"), SMALL, 8);
    assertThat(second.products()).hasSameBinaryContentAs(first.products());
    assertThat(second.behaviour()).hasSameBinaryContentAs(first.behaviour());
    assertThat(second.impressions()).hasSameBinaryContentAs(first.impressions());
    assertThat(second.qrels()).hasSameBinaryContentAs(first.qrels());
    assertThat(Files.readString(other.products())).isNotEqualTo(Files.readString(first.products()));
  }

  @Test
  void attractions_ofTheSameSeed_areHigherOfWhatWasClicked() throws IOException {
    PersonalTruth truth = PersonalTruth.of(SMALL, 7);
    Behaviour behaviour = Simulation.run(SMALL, 7).behaviour();
    double clicked = 0;
    double all = 0;
    int clicks = 0;
    for (Map<String, Object> event : behaviour.events()) {
      if ("click".equals(event.get("type"))) {
        Map<String, Double> attractions =
            truth.attractions(
                String.valueOf(event.get("user")), String.valueOf(event.get("query")));
        clicked += attractions.getOrDefault(String.valueOf(event.get("product")), 0.0);
        all += attractions.values().stream().mapToDouble(a -> a).average().orElse(0);
        clicks++;
      }
    }
    assertThat(clicks).isPositive();
    assertThat(clicked).isGreaterThan(1.1 * all);
    assertThat(truth.attractions("nobody", "nothing")).isEmpty();
  }

  @Test
  void write_standardSize_hasAllCategoriesAndAllFlaws() throws IOException {
    Vocabulary vocabulary = Vocabulary.bundled();
    Catalogue catalogue =
        Catalogue.generate(vocabulary, 5_000, new Chance(new SplittableRandom(1)));
    assertThat(vocabulary.categories()).hasSize(40);
    assertThat(catalogue.records()).hasSize(5_000);
    assertThat(catalogue.flaws()).containsOnlyKeys(Flaw.values());
    int dirty = catalogue.flaws().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(dirty / 5_000.0).isCloseTo(Catalogue.DIRTY, within(0.01));
    assertThat(catalogue.products().stream().map(SampleProduct::category).distinct()).hasSize(40);
  }

  @Test
  void generate_lateVersion_comesAfterItsNewerOne() throws IOException {
    Catalogue catalogue =
        Catalogue.generate(Vocabulary.bundled(), 5_000, new Chance(new SplittableRandom(3)));
    Map<Object, String> newest = new HashMap<>();
    int late = 0;
    for (Map<String, Object> fields : catalogue.records()) {
      String updatedAt = String.valueOf(fields.get("updatedAt"));
      String before = newest.putIfAbsent(fields.get("id"), updatedAt);
      late += before != null && updatedAt.compareTo(before) < 0 ? 1 : 0;
    }
    assertThat(late).isEqualTo(catalogue.flaws().get(Flaw.LATE_VERSION)).isPositive();
  }

  @Test
  void simulate_manySessions_clicksFallWithPositionAsTheModelSays() throws IOException {
    Vocabulary vocabulary = Vocabulary.bundled();
    Chance chance = new Chance(new SplittableRandom(5));
    Catalogue catalogue = Catalogue.generate(vocabulary, 1_000, chance);
    // Attraction that depends on nothing: the click curve is the examination curve.
    ClickModel flat = new ClickModel(1.0, 0, 0, 0, 0);
    Behaviour behaviour = new Behaviour(vocabulary, catalogue, flat, chance);
    behaviour.simulate(300, 20);
    Map<Object, Long> clicks =
        behaviour.events().stream()
            .filter(event -> "click".equals(event.get("type")))
            .collect(Collectors.groupingBy(event -> event.get("position"), Collectors.counting()));
    for (int position : List.of(1, 2, 4)) {
      double rate = clicks.get(position) / 6_000.0;
      assertThat(rate).isCloseTo(0.5 / position, within(0.04));
    }
  }

  @Test
  void grade_allConstraintsMet_isHigherThanSomeMissing() throws IOException {
    Vocabulary vocabulary = Vocabulary.bundled();
    SampleProduct product =
        new ProductMaker(vocabulary, new Chance(new SplittableRandom(2))).make(1);
    String met = product.traits().iterator().next();
    assertThat(new SampleQuery("q", product.category(), List.of(met)).grade(product)).isEqualTo(3);
    assertThat(new SampleQuery("q", product.category(), List.of(met, "无此词")).grade(product))
        .isEqualTo(2);
  }
}
