package io.xunbao.standalone.cli;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.InterestFiles;
import io.xunbao.ranker.interest.InterestModel;
import io.xunbao.ranker.model.ModelDraft;
import io.xunbao.ranker.model.Sha256;
import io.xunbao.ranker.model.StoredModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code xunbao train interests}: what shoppers like, out of their behaviour. */
@Command(
    name = "interests",
    description = {
      "Learn from behaviour what each shopper likes and which products are taken together.",
      "Serves search and recommend with --user, and products that go with another."
    })
final class TrainInterestsCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin EventInputs inputs = new EventInputs();

  @Mixin RegistryOption registry = new RegistryOption();

  @Mixin Promotion promotion = new Promotion();

  @Override
  public Integer call() throws IOException {
    List<BehaviourEvent> events = inputs.read(spec.commandLine().getErr());
    InterestModel model = InterestModel.of(events, EventWeights.defaults());
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
    out.printf(
        Locale.ROOT, "model       %s%s%n", stored.directory(), promotion.note(" (serves now)"));
    out.flush();
    return ExitCode.DONE;
  }
}
