package io.xunbao.standalone.cli;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.ranker.blas.TunedBlas;
import io.xunbao.ranker.recommend.BasketEvaluation;
import io.xunbao.ranker.recommend.EvaluationTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao eval baskets}: each item of each basket, from the rest of it. */
@Command(
    name = "baskets",
    description = {
      "Leave one item of each basket out and recommend it from the rest, by every method.",
      "With --train the models learn from that file; without it from the other folds of five.",
      "Where products have no category, last-category is the same as popularity."
    })
final class EvalBasketsCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ProductInputs inputs = new ProductInputs();

  @Option(
      names = "--baskets",
      paramLabel = "FILE",
      required = true,
      description = "One basket a line: product ids, separated by spaces.")
  Path baskets = Path.of("baskets");

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = "Baskets to learn from, in the same form.")
  @Nullable Path train;

  @Option(
      names = "--seed",
      description = "Seed of folds and resampling (default: ${DEFAULT-VALUE}).")
  long seed = 42;

  @Option(names = "-o", paramLabel = "FORMAT", description = "text or json (default: text).")
  OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    Map<String, Product> products = ProductTexts.products(inputs.required());
    BasketFile files = new BasketFile(products, spec.commandLine().getErr());
    List<int[]> asked = files.read(baskets);
    BasketEvaluation evaluation =
        new BasketEvaluation(
            files.items(),
            new ProductTexts(new Segmenter(Lexicon.bundled())).wordsAndPairs(products.values()),
            TunedBlas.startJavaOnly(),
            seed);
    EvaluationTable table =
        train == null
            ? evaluation.crossValidate(asked)
            : evaluation.evaluate(files.read(train), asked);
    new RecommendationReport(List.of(table), seed).print(format, spec.commandLine().getOut());
    return ExitCode.DONE;
  }
}
