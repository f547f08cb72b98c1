package io.xunbao.benchmarks.relevance;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.quality.Outcome;
import io.xunbao.indexer.quality.QualityGate;
import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.ProductQuery;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.QuerySession;
import io.xunbao.queryapi.rank.PersonalRanking;
import io.xunbao.queryapi.rank.PersonalRanking.Weights;
import io.xunbao.queryapi.rank.RankingContext;
import io.xunbao.queryapi.rank.Taste;
import io.xunbao.ranker.eval.Interval;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventMapping;
import io.xunbao.ranker.feedback.EventReader;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.UserProfile;
import io.xunbao.standalone.generate.PersonalTruth;
import io.xunbao.standalone.generate.SampleData;
import io.xunbao.standalone.generate.SampleSize;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.lucene.index.IndexReader;

/**
 * The weights of {@link PersonalRanking} over generated shoppers: each search of the last third of
 * their sessions, with a profile of all that they did before it. The gain of a product is the
 * chance that this shopper clicks on it when it is looked at, which the generator knows. Arguments:
 * seeds of generated data, each a table.
 */
public final class PersonalWeights {
  private static final SampleSize SIZE = new SampleSize(5_000, 200, 40);
  private static final int DEPTH = 10;
  private static final Weights BEFORE = Weights.OF_ALL;
  private static final int RESAMPLES = 1_000;
  private static final double LEARNED_FIRST = 2.0 / 3;
  private static final double[] BOTH = {0.2, 0.4, 0.8};
  private static final double[] STEPS = {0, 0.05, 0.1, 0.2, 0.4, 0.8};

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final PersonalTruth truth;
  private final ProductSearcher searcher;
  private final Map<Weights, Map<String, List<Double>>> gains = new LinkedHashMap<>();

  private PersonalWeights(PersonalTruth truth, ProductSearcher searcher) {
    this.truth = truth;
    this.searcher = searcher;
    settings().forEach(weights -> gains.put(weights, new LinkedHashMap<>()));
  }

  public static void main(String[] arguments) throws IOException {
    for (String seed : arguments.length == 0 ? new String[] {"1"} : arguments) {
      measure(Long.parseLong(seed));
    }
  }

  private static void measure(long seed) throws IOException {
    Path folder = Files.createTempDirectory("xunbao-personal");
    SampleData data = SampleData.write(folder, SIZE, seed);
    Map<String, Product> products = new LinkedHashMap<>();
    admitted(data.products()).forEach(product -> products.putIfAbsent(product.id(), product));
    List<BehaviourEvent> events =
        new ArrayList<>(new EventReader(EventMapping.identity()).read(data.behaviour()).events());
    events.sort(Comparator.comparing(BehaviourEvent::at));
    try (IndexReader index = OurRanking.index(List.copyOf(products.values()))) {
      PersonalWeights table =
          new PersonalWeights(
              PersonalTruth.of(SIZE, seed), new ProductSearcher(index, Lexicon.bundled()));
      table.replay(events);
      table.print(seed);
    }
  }

  /** What the quality gate lets into an index. */
  private static List<Product> admitted(Path file) throws IOException {
    QualityGate gate = QualityGate.of(ProductMapping.identity());
    List<Product> products = new ArrayList<>();
    try (RecordReader reader = RecordReader.open(file, ProductMapping.identity())) {
      for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
        if (gate.check(record) instanceof Outcome.Accepted accepted) {
          products.add(accepted.product());
        }
      }
    }
    return products;
  }

  /** All alike, then one part at a time with the others at 0.1, then brand and seen. */
  private static List<Weights> settings() {
    List<Weights> all = new ArrayList<>();
    for (double w : STEPS) {
      all.add(new Weights(w, w, w));
    }
    for (double w : STEPS) {
      all.add(new Weights(w, 0.1, 0.1));
      all.add(new Weights(0.1, w, 0.1));
      all.add(new Weights(0.1, 0.1, w));
    }
    for (double brand : BOTH) {
      for (double seen : BOTH) {
        all.add(new Weights(brand, 0.1, seen));
      }
    }
    return all.stream().distinct().toList();
  }

  private void replay(List<BehaviourEvent> events) throws IOException {
    Instant from = events.get((int) (events.size() * LEARNED_FIRST)).at();
    Map<String, UserProfile> profiles = new HashMap<>();
    for (BehaviourEvent event : events) {
      UserProfile before = profiles.getOrDefault(event.user(), UserProfile.NONE);
      String query = event.query();
      String product = event.product();
      if (product != null) {
        profiles.put(
            event.user(), before.plus(event.type(), product, event.at(), EventWeights.defaults()));
      } else if (query != null && !before.isEmpty() && event.at().isAfter(from)) {
        search(event.user(), query, before);
      }
    }
  }

  private void search(String user, String query, UserProfile profile) throws IOException {
    Map<String, Double> attractions = truth.attractions(user, query);
    QuerySession session = searcher.session(ProductQuery.of(query, Ranking.DEPTH));
    List<Hit> agreed = session.rerank(session.retrieve().hits());
    Taste taste = Taste.of(profile, searcher, null);
    if (agreed.isEmpty() || taste.isEmpty()) {
      return;
    }
    double ideal = best(attractions);
    RankingContext context = new RankingContext(null, taste, null);
    for (Map.Entry<Weights, Map<String, List<Double>>> setting : gains.entrySet()) {
      List<Hit> hits =
          PersonalRanking.of(searcher, session, context, agreed, setting.getKey()).hits();
      double gain = 0;
      for (int i = 0; i < Math.min(DEPTH, hits.size()); i++) {
        gain += attractions.getOrDefault(hits.get(i).id(), 0.0) * discount(i);
      }
      setting.getValue().computeIfAbsent(user, u -> new ArrayList<>()).add(gain / ideal);
    }
  }

  private static double best(Map<String, Double> attractions) {
    List<Double> sorted =
        attractions.values().stream().sorted(Comparator.reverseOrder()).limit(DEPTH).toList();
    double sum = 0;
    for (int i = 0; i < sorted.size(); i++) {
      sum += sorted.get(i) * discount(i);
    }
    return sum;
  }

  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 2.0);
  }

  private void print(long seed) {
    Map<String, List<Double>> served = gains.getOrDefault(BEFORE, Map.of());
    out.printf(
        Locale.ROOT,
        "seed %d: %d searches of %d generated shoppers%n  brand  category  seen  nDCG@10"
            + "  minus 0.1 each%n",
        seed,
        served.values().stream().mapToInt(List::size).sum(),
        served.size());
    gains.forEach(
        (weights, byUser) -> {
          double[] differences =
              byUser.entrySet().stream()
                  .mapToDouble(
                      e -> mean(e.getValue()) - mean(served.getOrDefault(e.getKey(), List.of())))
                  .toArray();
          Interval ahead = overShoppers(differences, seed);
          out.printf(
              Locale.ROOT,
              "  %5.2f  %8.2f  %4.2f  %.4f   %+.4f [%+.4f, %+.4f]%n",
              weights.brand(),
              weights.category(),
              weights.seen(),
              byUser.values().stream().mapToDouble(PersonalWeights::mean).average().orElse(0),
              ahead.value(),
              ahead.low(),
              ahead.high());
        });
  }

  private static Interval overShoppers(double[] differences, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < means.length; i++) {
      means[i] =
          random
              .ints(differences.length, 0, differences.length)
              .mapToDouble(n -> differences[n])
              .average()
              .orElse(0);
    }
    return Interval.of(Arrays.stream(differences).average().orElse(0), means);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
