package io.xunbao.standalone.cli;

import io.xunbao.ranker.blas.TunedBlas;
import io.xunbao.ranker.recommend.Blend;
import io.xunbao.ranker.recommend.NextItemEvaluation;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao eval next-item}: what shoppers do on the last day, from all days before. */
@Command(
    name = "next-item",
    description = {
      "Hold out the last day of events and recommend it from the days before, by every method.",
      "Items seen before are candidates unless a table says otherwise; the blend is tuned on the"
          + " day",
      "before the last, never on the last."
    })
final class EvalNextItemCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin EventInputs inputs = new EventInputs();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Where days begin and end (default ${DEFAULT-VALUE}).")
  ZoneId zone = ZoneId.of("Asia/Shanghai");

  @Option(names = "--seed", description = "Seed of the resampling (default: ${DEFAULT-VALUE}).")
  long seed = 42;

  @Option(names = "-o", paramLabel = "FORMAT", description = "text or json (default: text).")
  OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    NextItemEvaluation.Result result;
    try {
      result = new NextItemEvaluation(zone, TunedBlas.startJavaOnly()).evaluate(inputs.read(err));
    } catch (IllegalArgumentException e) {
      throw new CliException(String.valueOf(e.getMessage()), e);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.TEXT) {
      out.printf(Locale.ROOT, "held out: %s%n%n", result.heldOut());
    }
    new RecommendationReport(result.tables(), seed).print(format, out);
    if (format == OutputFormat.TEXT) {
      out.println("the blend, tuned on the day before: " + weights(result.blend()));
      out.flush();
    }
    return ExitCode.DONE;
  }

  private static String weights(Blend blend) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < blend.parts().size(); i++) {
      text.append(i == 0 ? "" : ", ")
          .append(blend.parts().get(i).name())
          .append(' ')
          .append(blend.weights()[i]);
    }
    return text.toString();
  }
}
