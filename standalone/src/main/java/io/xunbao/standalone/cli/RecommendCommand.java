package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.recommend.RecommendRequest;
import io.xunbao.queryapi.recommend.Recommendations;
import io.xunbao.queryapi.recommend.Recommendations.Item;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code xunbao recommend}: products for a shopper, like a product, or taken with others. */
@Command(
    name = "recommend",
    description = {
      "Recommend products: --user for a shopper, --product for similar ones, --basket for what is"
          + " taken with it.",
      "Without any of them: what somebody new would see."
    })
final class RecommendCommand implements Callable<Integer> {
  private static final Duration LOOK_EVERY = Duration.ofDays(1);

  /** Nothing is warm in a process of one answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin IndexOption index = new IndexOption();

  @Mixin ServingOption models = new ServingOption();

  @Option(names = "--user", paramLabel = "U", description = "Products for this shopper.")
  @Nullable String user;

  @Option(
      names = "--seen",
      description = "With --user: products that they looked at before may come again.")
  boolean seen;

  @Option(names = "--product", paramLabel = "ID", description = "Products like this one.")
  @Nullable String product;

  @Option(
      names = "--basket",
      paramLabel = "ID",
      split = ",",
      description = "Products that are taken with these.")
  List<String> basket = List.of();

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Products to show, 1 to 50 (default: ${DEFAULT-VALUE}).")
  int size = RecommendRequest.DEFAULT_SIZE;

  @Option(names = "-o", paramLabel = "FORMAT", description = "text or json (default: text).")
  OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    RecommendRequest request = request();
    try (IndexSearchService service =
        IndexSearchService.open(index.folder(), LOOK_EVERY, models.open())) {
      service.embed();
      if (product != null && service.product(product).isEmpty()) {
        throw new CliException("no product " + product + " in " + index.folder());
      }
      print(service.recommend(request.within(PATIENCE)));
      return ExitCode.DONE;
    }
  }

  private RecommendRequest request() {
    if ((user == null ? 0 : 1) + (product == null ? 0 : 1) + (basket.isEmpty() ? 0 : 1) > 1) {
      throw wrongUsage("name one of --user, --product and --basket");
    }
    if (seen && user == null) {
      throw wrongUsage("--seen goes with --user");
    }
    try {
      if (product != null) {
        return RecommendRequest.similar(product, size);
      }
      if (!basket.isEmpty()) {
        return RecommendRequest.together(basket, size);
      }
      return seen ? RecommendRequest.again(user, size) : RecommendRequest.personal(user, size);
    } catch (IllegalArgumentException wrong) {
      throw wrongUsage("--" + wrong.getMessage());
    }
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void print(Recommendations found) {
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      printJson(found, out);
    } else {
      found.degraded().forEach(m -> out.println("without " + m.step() + ": " + m.reason()));
      for (int i = 0; i < found.items().size(); i++) {
        Item item = found.items().get(i);
        out.printf(
            Locale.ROOT, "%3d. %s  %s%n", i + 1, item.product().id(), item.product().title());
        out.printf(Locale.ROOT, "     %.3f = %s%n", item.score(), parts(item.explanation()));
      }
    }
    out.flush();
  }

  private static String parts(ScoreExplanation explanation) {
    return explanation.parts().stream()
        .map(p -> String.format(Locale.ROOT, "%.3f %s", p.value(), p.description()))
        .collect(Collectors.joining(" + "));
  }

  private static void printJson(Recommendations found, PrintWriter out) {
    JsonMapper json = JsonMapper.shared();
    ObjectNode root = json.createObjectNode();
    root.put("snapshot", found.snapshot());
    root.set("degraded", json.valueToTree(found.degraded()));
    var items = root.putArray("items");
    for (Item item : found.items()) {
      ObjectNode node = items.addObject();
      node.put("score", item.score());
      node.set("product", json.readTree(ProductJson.write(item.product())));
      node.set("explanation", json.valueToTree(item.explanation()));
    }
    out.println(root);
  }
}
