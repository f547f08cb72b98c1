package io.xunbao.standalone.cli;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.ranker.blas.TunedBlas;
import io.xunbao.ranker.embed.Dl4jTrainer;
import io.xunbao.ranker.embed.Embedding;
import io.xunbao.ranker.embed.EmbeddingModel;
import io.xunbao.ranker.embed.EmbeddingTrainer;
import io.xunbao.ranker.embed.Encoding;
import io.xunbao.ranker.embed.ProductVectors;
import io.xunbao.ranker.embed.Reduction;
import io.xunbao.ranker.embed.SkipGramTrainer;
import io.xunbao.ranker.embed.TextVectors;
import io.xunbao.ranker.embed.TrainingSettings;
import io.xunbao.ranker.model.ModelDraft;
import io.xunbao.ranker.model.Sha256;
import io.xunbao.ranker.model.StoredModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao train embeddings}: vectors of words, queries and products. */
@Command(
    name = "embeddings",
    description = {
      "Learn vectors of words from titles, attributes, queries and sessions, and of products from"
          + " them.",
      "With one thread and the same seed the result is the same to the last bit."
    })
final class TrainEmbeddingsCommand implements Callable<Integer> {
  /** Who learns the word vectors. */
  enum Trainer {
    SKIPGRAM,
    DL4J
  }

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ProductInputs inputs = new ProductInputs();

  @Mixin EmbeddingCorpus corpus = new EmbeddingCorpus();

  @Mixin RegistryOption registry = new RegistryOption();

  @Option(
      names = "--trainer",
      paramLabel = "NAME",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  Trainer trainer = Trainer.SKIPGRAM;

  @Option(
      names = "--dimensions",
      paramLabel = "N",
      description = "Numbers a vector (default ${DEFAULT-VALUE}).")
  int dimensions = 128;

  @Option(
      names = "--reduce-to",
      paramLabel = "N",
      description = "Keep only the N strongest directions of the vectors.")
  @Nullable Integer reduceTo;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the text (default ${DEFAULT-VALUE}).")
  int epochs = 5;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; more than one is not repeatable (default ${DEFAULT-VALUE}).")
  int threads = 1;

  @Option(names = "--seed", paramLabel = "N", description = "Seed (default ${DEFAULT-VALUE}).")
  long seed = 42;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "${COMPLETION-CANDIDATES}: how the files keep numbers (default FLOAT32).")
  Encoding encoding = Encoding.FLOAT32;

  @Mixin Promotion promotion = new Promotion();

  @Override
  public Integer call() throws IOException {
    ProductTexts texts = new ProductTexts(new Segmenter(Lexicon.bundled()));
    Map<String, Product> products = ProductTexts.products(inputs.required());
    List<List<String>> about = products.values().stream().map(texts::about).toList();
    List<List<String>> sentences = corpus.sentences(texts, products, spec.commandLine().getErr());
    progress(
        "learning from " + sentences.size() + " sentences of " + products.size() + " products");
    long start = System.nanoTime();
    Embedding words = learn(sentences);
    double seconds = (System.nanoTime() - start) / 1e9;
    TunedBlas blas = TunedBlas.startJavaOnly();
    words = reduced(words, blas);
    TextVectors vectors = TextVectors.fit(words, about, blas);
    EmbeddingModel model =
        EmbeddingModel.withKinds(
            vectors,
            ProductVectors.of(List.copyOf(products.keySet()), about, vectors),
            products.values().stream().map(texts::described).toList(),
            seed,
            blas);
    Path folder = register(model, sentences);
    report(words, sentences, seconds, products.size(), folder);
    return ExitCode.DONE;
  }

  private Embedding learn(List<List<String>> sentences) {
    try {
      TrainingSettings settings =
          TrainingSettings.defaults()
              .withDimensions(dimensions)
              .withEpochs(epochs)
              .withThreads(threads)
              .withSeed(seed);
      return trainer().train(sentences, settings);
    } catch (IllegalArgumentException e) {
      throw new CliException(String.valueOf(e.getMessage()), e);
    }
  }

  private Embedding reduced(Embedding words, TunedBlas blas) {
    if (reduceTo == null) {
      return words;
    }
    if (reduceTo < 1 || reduceTo > words.dimensions()) {
      throw new CliException(
          "--reduce-to must be in [1, " + words.dimensions() + "], got " + reduceTo);
    }
    return Reduction.reduce(words, reduceTo, blas);
  }

  private EmbeddingTrainer trainer() {
    return switch (trainer) {
      case SKIPGRAM -> new SkipGramTrainer();
      case DL4J -> new Dl4jTrainer();
    };
  }

  private Path register(EmbeddingModel model, List<List<String>> sentences) throws IOException {
    StoredModel stored =
        promotion.register(
            registry.open(),
            new ModelDraft(
                EmbeddingModel.KIND,
                EmbeddingModel.FORMAT,
                Sha256.of(sentences.toString().getBytes(StandardCharsets.UTF_8)),
                List.of(),
                Map.of(
                    "trainer", trainer().name(),
                    "dimensions", Integer.toString(dimensions),
                    "epochs", Integer.toString(epochs),
                    "seed", Long.toString(seed),
                    "phrases", Boolean.toString(corpus.phrases)),
                Map.of("sentences", (double) sentences.size()),
                List.of(),
                model.files(encoding)));
    return stored.directory();
  }

  private void report(
      Embedding words, List<List<String>> sentences, double seconds, int products, Path folder) {
    long tokens = sentences.stream().mapToLong(List::size).sum();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "trainer     %s%n", trainer.name().toLowerCase(Locale.ROOT));
    out.printf(Locale.ROOT, "sentences   %d%n", sentences.size());
    out.printf(Locale.ROOT, "words       %d%n", tokens);
    out.printf(Locale.ROOT, "vocabulary  %d%n", words.vocabulary().size());
    out.printf(Locale.ROOT, "dimensions  %d%n", words.dimensions());
    out.printf(Locale.ROOT, "products    %d%n", products);
    out.printf(Locale.ROOT, "seconds     %.1f%n", seconds);
    out.printf(
        Locale.ROOT, "words/s     %.0f a thread%n", tokens * (double) epochs / seconds / threads);
    out.printf(Locale.ROOT, "model       %s%s%n", folder, promotion.note(" (serves now)"));
    out.flush();
  }

  private void progress(String line) {
    spec.commandLine().getErr().println(line);
  }
}
