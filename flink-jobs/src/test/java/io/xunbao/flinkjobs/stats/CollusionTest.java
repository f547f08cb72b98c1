package io.xunbao.flinkjobs.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.eval.Judgements;
import io.xunbao.ranker.eval.Metric;
import io.xunbao.ranker.eval.Metrics;
import io.xunbao.ranker.eval.simulate.ClickModel;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.feedback.Examination;
import io.xunbao.testing.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * One shopper in a hundred acts together with the others of his kind: for a month they click on one
 * product that nobody likes much. What that gains it in the order by click rate, and costs the
 * others, where each click counts and where clickers do. The loss of nDCG is against the order by
 * all honest clicks, so that the rule pays for its own cost too.
 */
@Seeded
class CollusionTest {
  private static final int RUNS = 50;
  private static final int PRODUCTS = 20;
  private static final int SHOPPERS = 500;
  private static final int COLLUDERS = 5;
  private static final int DAYS = 28;

  /** Chance that a shopper looks at the list on a day. */
  private static final double LOOKS = 0.25;

  private static final Instant BEGIN =
      Instant.ofEpochMilli(Math.floorDiv(1_780_000_000_000L, Clickers.PERIOD) * Clickers.PERIOD);
  private static final ClickModel CLICKS = ClickModel.positionBased(PRODUCTS, 1);
  private static final Metric NDCG = Metrics.ndcg(10);

  /** What a fraud changed. */
  private record Damage(int rankGain, double ndcgLoss) {}

  @Test
  void colluders_with30PercentOfTheClicks_gainAtMostARank(RandomGenerator random) {
    Fraud fraud = Fraud.simulated(random, honest -> honest * 3 / 7);
    assertThat(medianGain(fraud.clicks())).as(fraud.toString()).isGreaterThan(5);
    assertThat(meanLoss(fraud.clicks())).as(fraud.toString()).isGreaterThan(0.05);
    assertThat(medianGain(fraud.clickers())).as(fraud.toString()).isLessThanOrEqualTo(1);
    assertThat(meanLoss(fraud.clickers())).as(fraud.toString()).isLessThanOrEqualTo(0.01);
  }

  /** Who knows the rule stays within it, and then weighs as much as a shopper who clicks once. */
  @Test
  void colluders_asOftenAsIsBelieved_gainAFewRanks(RandomGenerator random) {
    int most = COLLUDERS * Clickers.MOST * DAYS / 7;
    Fraud fraud = Fraud.simulated(random, honest -> most);
    assertThat(medianGain(fraud.clickers())).as(fraud.toString()).isLessThanOrEqualTo(6);
    assertThat(meanLoss(fraud.clickers())).as(fraud.toString()).isLessThanOrEqualTo(0.01);
  }

  /**
   * The damage of the same frauds.
   *
   * @param clicks where each click counts
   * @param clickers where shoppers do
   */
  private record Fraud(List<Damage> clicks, List<Damage> clickers) {
    static Fraud simulated(RandomGenerator random, IntUnaryOperator clicks) {
      Fraud fraud = new Fraud(new ArrayList<>(), new ArrayList<>());
      for (int run = 0; run < RUNS; run++) {
        int[] grades = IntStream.range(0, PRODUCTS).map(i -> grade(random)).toArray();
        int target = target(grades, random);
        List<BehaviourEvent> honest = honest(grades, random);
        List<BehaviourEvent> all = new ArrayList<>(honest);
        all.addAll(fraud(target, clicks.applyAsInt(honest.size()), random));
        fraud.clicks.add(damage(grades, target, honest, all, CollusionTest::each));
        fraud.clickers.add(damage(grades, target, honest, all, Clickers::actions));
      }
      return fraud;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "by clicks: median rank gain %d, mean nDCG@10 loss %.4f; by clickers: %d, %.4f",
          medianGain(clicks),
          meanLoss(clicks),
          medianGain(clickers),
          meanLoss(clickers));
    }
  }

  private static int medianGain(List<Damage> damages) {
    int[] gains = damages.stream().mapToInt(Damage::rankGain).sorted().toArray();
    return gains[gains.length / 2];
  }

  private static double meanLoss(List<Damage> damages) {
    return damages.stream().mapToDouble(Damage::ndcgLoss).average().orElseThrow();
  }

  private static int grade(RandomGenerator random) {
    double share = random.nextDouble();
    return share < 0.5 ? 0 : share < 0.75 ? 1 : share < 0.9 ? 2 : 3;
  }

  private static int target(int[] grades, RandomGenerator random) {
    int[] poor = IntStream.range(0, PRODUCTS).filter(i -> grades[i] <= 1).toArray();
    return poor[random.nextInt(poor.length)];
  }

  private static List<BehaviourEvent> honest(int[] grades, RandomGenerator random) {
    List<BehaviourEvent> events = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      for (int shopper = COLLUDERS; shopper < SHOPPERS; shopper++) {
        if (random.nextDouble() >= LOOKS) {
          continue;
        }
        boolean[] clicks = CLICKS.clicks(grades, random);
        for (int i = 0; i < PRODUCTS; i++) {
          if (clicks[i]) {
            events.add(click("u-" + shopper, i, day, random));
          }
        }
      }
    }
    return events;
  }

  /** Clicks spread evenly over the colluders, and of each over the weeks. */
  private static List<BehaviourEvent> fraud(int target, int clicks, RandomGenerator random) {
    return IntStream.range(0, clicks)
        .mapToObj(
            i -> {
              int week = i / COLLUDERS % (DAYS / 7);
              int day = week * 7 + random.nextInt(7);
              return click("u-" + i % COLLUDERS, target, day, random);
            })
        .toList();
  }

  private static BehaviourEvent click(String user, int product, int day, RandomGenerator random) {
    Instant at = BEGIN.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(86_400));
    return BehaviourEvent.of("e", user, EventType.CLICK, "p-" + product, at);
  }

  private static Damage damage(
      int[] grades,
      int target,
      List<BehaviourEvent> honest,
      List<BehaviourEvent> all,
      Function<List<BehaviourEvent>, List<ProductAction>> rule) {
    List<String> order = order(rule.apply(honest));
    List<String> bent = order(rule.apply(all));
    Map<String, Integer> judged = new HashMap<>();
    IntStream.range(0, PRODUCTS).forEach(i -> judged.put("p-" + i, grades[i]));
    Judgements judgements = new Judgements(judged);
    return new Damage(
        order.indexOf("p-" + target) - bent.indexOf("p-" + target),
        NDCG.of(order(each(honest)), judgements).orElse(1) - NDCG.of(bent, judgements).orElse(1));
  }

  /** Each click as that of another shopper. */
  private static List<ProductAction> each(List<BehaviourEvent> events) {
    return events.stream()
        .map(event -> ProductAction.clicker(event.product(), 1, event.at().toEpochMilli()))
        .toList();
  }

  /** Products by their smoothed click rate, the best first. */
  private static List<String> order(List<ProductAction> clicks) {
    Map<String, List<ProductAction>> byProduct =
        clicks.stream().collect(Collectors.groupingBy(ProductAction::product));
    BatchStats batch = new BatchStats(StatsSettings.defaults());
    long end = Buckets.hourOf(BEGIN.plus(Duration.ofDays(DAYS)).toEpochMilli());
    Map<String, Double> rates = new HashMap<>();
    for (int i = 0; i < PRODUCTS; i++) {
      String product = "p-" + i;
      List<ProductAction> actions = new ArrayList<>(byProduct.getOrDefault(product, List.of()));
      actions.addAll(shown(product, i));
      rates.put(product, batch.stats(product, actions, end).rates().click());
    }
    return rates.keySet().stream()
        .sorted(
            Comparator.<String>comparingDouble(product -> -rates.getOrDefault(product, 0.0))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static List<ProductAction> shown(String product, int position) {
    return IntStream.range(0, DAYS)
        .mapToObj(
            day ->
                new ProductAction(
                    product,
                    EventType.IMPRESSION,
                    SHOPPERS - COLLUDERS,
                    Math.round(
                        (SHOPPERS - COLLUDERS)
                            * LOOKS
                            * Examination.DEFAULT.of(position)
                            * Counts.UNIT),
                    0,
                    BEGIN.plus(Duration.ofDays(day)).toEpochMilli()))
        .toList();
  }
}
