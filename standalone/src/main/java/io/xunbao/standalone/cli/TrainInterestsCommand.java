package io.xunbao.standalone.cli;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.interest.Blends;
import io.xunbao.ranker.interest.Blends.Kind;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.InterestFiles;
import io.xunbao.ranker.interest.InterestModel;
import io.xunbao.ranker.model.ModelDraft;
import io.xunbao.ranker.model.Sha256;
import io.xunbao.ranker.model.StoredModel;
import io.xunbao.ranker.recommend.BlendTraining;
import io.xunbao.ranker.recommend.ProductFacts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao train interests}: what shoppers like, out of their behaviour. */
@Command(
    name = "interests",
    description = {
      "Learn from behaviour what each shopper likes and which products are taken together.",
      "Serves search and recommend with --user, and products that go with another.",
      "The weights of what recommends are tuned on the last days of the log, with tables of the"
          + " days before."
    })
final class TrainInterestsCommand implements Callable<Integer> {
  private static final Map<Kind, String> LABELS =
      Map.of(Kind.NEW, "new", Kind.SEEN, "with seen", Kind.TOGETHER, "together");

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin EventInputs inputs = new EventInputs();

  @Option(
      names = "--baskets",
      paramLabel = "FILE",
      description = {
        "One basket a line: product ids, separated by spaces; what goes together comes from them.",
        "Without it from what shoppers looked at in one visit."
      })
  @Nullable Path baskets;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Take categories and titles of products from this index.")
  @Nullable Path index;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Where days begin and end (default ${DEFAULT-VALUE}).")
  ZoneId zone = ZoneId.of("Asia/Shanghai");

  @Mixin RegistryOption registry = new RegistryOption();

  @Mixin Promotion promotion = new Promotion();

  @Override
  public Integer call() throws IOException {
    List<BehaviourEvent> events = inputs.read(spec.commandLine().getErr());
    ProductFacts facts = index == null ? ProductFacts.NONE : IndexedFacts.read(index);
    BlendTraining training = new BlendTraining(facts, zone);
    Blends blends =
        baskets == null ? training.train(events) : training.train(events, BasketFile.ids(baskets));
    InterestModel model = InterestModel.of(events, EventWeights.defaults()).withBlends(blends);
    StoredModel stored =
        promotion.register(
            registry.open(),
            new ModelDraft(
                InterestModel.KIND,
                InterestFiles.FORMAT,
                Sha256.of(inputs.events),
                List.of(),
                Map.of(),
                Map.of("events", (double) events.size(), "users", (double) model.users().size()),
                List.of(),
                InterestFiles.write(model)));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "events      %d%n", events.size());
    out.printf(Locale.ROOT, "users       %d%n", model.users().size());
    out.printf(Locale.ROOT, "products    %d with companions%n", model.together().size());
    for (Kind kind : Kind.values()) {
      out.printf(Locale.ROOT, "%-11s %s%n", LABELS.get(kind), weights(blends, kind));
    }
    out.printf(
        Locale.ROOT, "model       %s%s%n", stored.directory(), promotion.note(" (serves now)"));
    out.flush();
    return ExitCode.DONE;
  }

  private static String weights(Blends blends, Kind kind) {
    return blends
        .blend(kind)
        .map(
            blend ->
                blend.weights().entrySet().stream()
                    .map(e -> e.getKey().key() + " " + e.getValue())
                    .collect(Collectors.joining(", ")))
        .orElse("too few data to tune it: recommend keeps its fixed weights");
  }
}
