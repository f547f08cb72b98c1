package io.xunbao.standalone.cli;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ranker.classify.ClassifierFiles;
import io.xunbao.ranker.classify.ClassifierReport;
import io.xunbao.ranker.classify.ClassifierSettings;
import io.xunbao.ranker.classify.ClassifierTrainer;
import io.xunbao.ranker.classify.LabelledText;
import io.xunbao.ranker.classify.TextClassifier;
import io.xunbao.ranker.classify.TextSplit;
import io.xunbao.ranker.embed.Encoding;
import io.xunbao.ranker.model.ModelDraft;
import io.xunbao.ranker.model.Sha256;
import io.xunbao.ranker.model.StoredModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao train classifier}: which label a text has. */
@Command(
    name = "classifier",
    description = {
      "Learn to say which label a text has, and how sure that is.",
      "Eight in ten texts are learned from, one calibrates the confidence, one is held out for the",
      "table that is printed; no text is in two parts. The same seed gives the same classifier."
    })
final class TrainClassifierCommand implements Callable<Integer> {
  /** Held-out texts whose probabilities are checked at every load. */
  private static final int GOLDEN = 20;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin LabelledTexts inputs = new LabelledTexts();

  @Mixin ClassifierChoice choice = new ClassifierChoice();

  @Option(
      names = "--dimensions",
      paramLabel = "N",
      description = "Numbers a vector (default ${DEFAULT-VALUE}).")
  int dimensions = ClassifierSettings.defaults().dimensions();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the texts (default ${DEFAULT-VALUE}).")
  int epochs = ClassifierSettings.defaults().epochs();

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "Of the first step (default ${DEFAULT-VALUE}).")
  float learningRate = ClassifierSettings.defaults().learningRate();

  @Option(names = "--seed", paramLabel = "N", description = "Seed (default ${DEFAULT-VALUE}).")
  long seed = ClassifierSettings.defaults().seed();

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "${COMPLETION-CANDIDATES}: how the file keeps numbers (default FLOAT32).")
  Encoding encoding = Encoding.FLOAT32;

  @Mixin Promotion promotion = new Promotion();

  @Override
  public Integer call() throws IOException {
    ClassifierSettings settings = settings();
    Lexicon lexicon = Lexicon.bundled();
    List<LabelledText> texts = inputs.read(new Segmenter(lexicon), spec.commandLine().getErr());
    TextSplit split = TextSplit.of(texts, seed);
    long start = System.nanoTime();
    TextClassifier classifier = train(settings, split);
    double seconds = (System.nanoTime() - start) / 1e9;
    ClassifierReport report =
        ClassifierReport.of(classifier.labels(), split.heldOut(), classifier::classify);
    Path folder = register(classifier, split, report, lexicon.version());
    report(split, report, seconds, folder);
    return ExitCode.DONE;
  }

  private ClassifierSettings settings() {
    try {
      return ClassifierSettings.defaults()
          .withDimensions(dimensions)
          .withEpochs(epochs)
          .withLearningRate(learningRate)
          .withSeed(seed);
    } catch (IllegalArgumentException e) {
      throw new CliException(String.valueOf(e.getMessage()), e);
    }
  }

  private TextClassifier train(ClassifierSettings settings, TextSplit split) {
    if (split.heldOut().isEmpty()) {
      throw new CliException(
          "too few texts in " + inputs.file + ": each label needs at least ten different ones");
    }
    try {
      return new ClassifierTrainer(settings).train(split);
    } catch (IllegalArgumentException e) {
      throw new CliException(inputs.file + ", column " + inputs.label + ": " + e.getMessage(), e);
    }
  }

  private Path register(
      TextClassifier classifier, TextSplit split, ClassifierReport report, String lexicon)
      throws IOException {
    List<List<String>> golden =
        split.heldOut().stream().limit(GOLDEN).map(LabelledText::words).toList();
    StoredModel stored =
        promotion.register(
            choice.registry.open(),
            new ModelDraft(
                choice.kind(),
                ClassifierFiles.FORMAT,
                Sha256.of(inputs.file),
                List.of(),
                Map.of(
                    "text", inputs.text,
                    "label", inputs.label,
                    "labels", String.join(", ", classifier.labels()),
                    "dimensions", Integer.toString(dimensions),
                    "epochs", Integer.toString(epochs),
                    "learningRate", Float.toString(learningRate),
                    "seed", Long.toString(seed),
                    "lexicon", lexicon),
                Map.of(
                    "heldOut.texts", (double) report.texts(),
                    "heldOut.accuracy", report.accuracy(),
                    "heldOut.macroF1", report.macroF1(),
                    "heldOut.calibrationError", report.calibrationError(),
                    "temperature", classifier.temperature()),
                List.of(),
                ClassifierFiles.write(classifier, encoding, golden)));
    return stored.directory();
  }

  private void report(TextSplit split, ClassifierReport report, double seconds, Path folder) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "texts        %d to learn from, %d to calibrate on, %d held out%n",
        split.training().size(),
        split.calibration().size(),
        split.heldOut().size());
    out.printf(
        Locale.ROOT,
        "left out     %d repeated, %d of several labels, %d without words%n",
        split.repeated(),
        split.contradictory(),
        split.empty());
    ClassifierTable.print(report, out);
    out.printf(Locale.ROOT, "seconds      %.1f%n", seconds);
    out.printf(Locale.ROOT, "model        %s%s%n", folder, promotion.note(" (serves now)"));
    out.flush();
  }
}
