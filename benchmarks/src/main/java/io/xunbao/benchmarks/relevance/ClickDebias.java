package io.xunbao.benchmarks.relevance;

import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Metrics;
import io.xunbao.ranker.eval.simulate.OffPolicy;
import io.xunbao.ranker.eval.simulate.Propensities;
import io.xunbao.ranker.train.GroupedMetrics;
import io.xunbao.ranker.train.Letor;
import io.xunbao.ranker.train.LightGbmTrainer;
import io.xunbao.ranker.train.TrainedModel;
import io.xunbao.ranker.train.Trainer;
import io.xunbao.ranker.train.TrainingSet;
import io.xunbao.ranker.train.TrainingSettings;
import io.xunbao.ranker.train.XgboostTrainer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What clicks teach where true grades are known: simulated shoppers click, with position bias, on
 * the lists of a weak ranker; models are trained on those clicks as they are, corrected by the
 * propensities that the simulation used, by propensities estimated from the log in two ways, by
 * {@code lambdarank_unbiased}, and on the true grades. All are measured on unseen queries by their
 * true grades. Then counterfactual estimates of a ranker that was never shown beside what it earns.
 *
 * <p>Argument: the data folder.
 */
public final class ClickDebias {
  private static final int SESSIONS = 100;
  private static final long SEED = 42;
  private static final TrainingSettings SETTINGS =
      TrainingSettings.DEFAULTS.withRounds(60).withTrees(8, 20, 0.1);

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final TrainingSet train;
  private final TrainingSet test;

  private ClickDebias(TrainingSet train, TrainingSet test) {
    this.train = train;
    this.test = test;
  }

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data");
    TrainingSet train = Letor.read(data.resolve("ltr/lightgbm-rank.train"));
    TrainingSet test = Letor.read(data.resolve("ltr/lightgbm-rank.test"), train.schema().size());
    new ClickDebias(train, test).run();
  }

  private void run() {
    // Six queries' grades make the weak ranker that is in service.
    TrainedModel weak =
        new LightGbmTrainer().train(train.only(List.of(0, 1, 2, 3, 4, 5)), null, SETTINGS);
    SimulatedLog log = SimulatedLog.of(train, weak.model().score(train.matrix()), SESSIONS, SEED);
    Propensities harvested = Propensities.byHarvesting(log.sessions(), SimulatedLog.SHOWN);
    Propensities estimated =
        Propensities.byExpectationMaximisation(log.sessions(), SimulatedLog.SHOWN, 50);
    Propensities none = new Propensities(List.of(1.0));
    out.printf(Locale.ROOT, "examination, true       %s%n", shown(log.truth()));
    out.printf(Locale.ROOT, "examination, harvested  %s%n", shown(harvested));
    out.printf(Locale.ROOT, "examination, by EM      %s%n%n", shown(estimated));
    Trainer trees = new LightGbmTrainer();
    print("the ranker in service", weak);
    print("clicks as they are", trees.train(log.graded(none), null, SETTINGS));
    TrainedModel debiased = trees.train(log.graded(harvested), null, SETTINGS);
    print("clicks, harvested propensities", debiased);
    print("clicks, propensities by EM", trees.train(log.graded(estimated), null, SETTINGS));
    print("clicks, true propensities", trees.train(log.graded(log.truth()), null, SETTINGS));
    print("true grades", trees.train(train, null, SETTINGS));
    estimate(log, debiased, estimated);
    // XGBoost last: LightGBM has crashed in a JVM where XGBoost had trained before it.
    TrainingSet lists = log.lists(20);
    Trainer xgboost = new XgboostTrainer();
    print("XGBoost on lists as clicked", xgboost.train(lists, null, SETTINGS));
    print("XGBoost, lambdarank_unbiased", xgboost.train(lists, null, SETTINGS.withUnbiased(true)));
  }

  private void print(String name, TrainedModel model) {
    double ndcg =
        Evaluation.of(
                GroupedMetrics.qrels(test),
                GroupedMetrics.run(test, model.model().score(test.matrix())),
                List.of(Metrics.ndcg(10)))
            .mean("nDCG@10");
    out.printf(Locale.ROOT, "%-32s nDCG@10 %.4f%n", name, ndcg);
  }

  private void estimate(SimulatedLog log, TrainedModel target, Propensities propensities) {
    double[] scores = target.model().score(train.matrix());
    List<List<OffPolicy.Slot>> slots = log.slots(scores, propensities);
    out.printf(
        Locale.ROOT,
        "%nclicks a list of the debiased ranker on the same products: true %.4f; in service %.4f%n",
        log.value(scores),
        log.loggedValue());
    print("IPS", OffPolicy.ips(slots, SEED));
    print("SNIPS", OffPolicy.snips(slots, SEED));
    print("doubly robust", OffPolicy.doublyRobust(slots, SEED));
  }

  private void print(String name, OffPolicy estimate) {
    out.printf(
        Locale.ROOT,
        "%-14s %.4f [%.4f, %.4f]%n",
        name,
        estimate.value(),
        estimate.low(),
        estimate.high());
  }

  private static String shown(Propensities propensities) {
    StringBuilder text = new StringBuilder();
    propensities.of().forEach(p -> text.append(String.format(Locale.ROOT, "%.2f ", p)));
    return text.toString().strip();
  }
}
