package io.xunbao.benchmarks.embeddings;

import io.xunbao.benchmarks.CpuTime;
import io.xunbao.ranker.embed.Dl4jTrainer;
import io.xunbao.ranker.embed.Embedding;
import io.xunbao.ranker.embed.EmbeddingTrainer;
import io.xunbao.ranker.embed.SkipGramTrainer;
import io.xunbao.ranker.embed.TfIdf;
import io.xunbao.ranker.embed.TrainingSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * One table of the trainers of word vectors: words a second of CPU with one thread, and what share
 * of a title's ten nearest titles are of its category, or were bought together with it. Neither the
 * categories nor the baskets are in what was learned from. TF-IDF and chance stand beside them.
 *
 * <p>Arguments: the data folder, the epochs (5).
 */
public final class TrainersSideBySide {
  private static final int WARM_UP = 2_000;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Titles titles;
  private final TrainingSettings settings;

  private TrainersSideBySide(Titles titles, TrainingSettings settings) {
    this.titles = titles;
    this.settings = settings;
  }

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data");
    int epochs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    new TrainersSideBySide(Titles.read(data), TrainingSettings.defaults().withEpochs(epochs))
        .print();
  }

  private void print() {
    out.printf(
        Locale.ROOT,
        "%,d titles, %,d words, %d dimensions, window %d, %d negatives, %d epochs, one thread%n%n",
        titles.all().size(),
        words(),
        settings.dimensions(),
        settings.window(),
        settings.negatives(),
        settings.epochs());
    out.printf(
        Locale.ROOT,
        "%-10s %9s %10s %14s %16s%n",
        "",
        "CPU s",
        "words/s",
        titles.byCategory().name(),
        titles.byBasket().name());
    trained(new SkipGramTrainer());
    trained(new Dl4jTrainer());
    TfIdf weights = new TfIdf(titles.all());
    row(
        "tf-idf",
        "",
        NeighbourQuality.of(
            titles.byCategory(), Similarities.byWords(weights, titles.byCategory().texts())),
        NeighbourQuality.of(
            titles.byBasket(), Similarities.byWords(weights, titles.byBasket().texts())));
    row(
        "chance",
        "",
        NeighbourQuality.byChance(titles.byCategory()),
        NeighbourQuality.byChance(titles.byBasket()));
  }

  private long words() {
    return titles.all().stream().mapToLong(List::size).sum();
  }

  private void trained(EmbeddingTrainer trainer) {
    trainer.train(titles.all().subList(0, WARM_UP), settings.withEpochs(1));
    CpuTime cpu = new CpuTime();
    Embedding words = trainer.train(titles.all(), settings);
    double seconds = cpu.seconds();
    row(
        trainer.name(),
        String.format(Locale.ROOT, "%9.1f %,10.0f", seconds, words() * settings.epochs() / seconds),
        NeighbourQuality.of(
            titles.byCategory(), Similarities.byVectors(words, titles.byCategory().texts())),
        NeighbourQuality.of(
            titles.byBasket(), Similarities.byVectors(words, titles.byBasket().texts())));
  }

  private void row(String name, String speed, double category, double basket) {
    out.printf(Locale.ROOT, "%-10s %20s %14.4f %16.4f%n", name, speed, category, basket);
  }
}
