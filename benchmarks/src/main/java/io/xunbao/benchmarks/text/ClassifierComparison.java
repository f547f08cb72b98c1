package io.xunbao.benchmarks.text;

import io.xunbao.benchmarks.CpuTime;
import io.xunbao.ranker.classify.ClassifierReport;
import io.xunbao.ranker.classify.LabelledText;
import io.xunbao.ranker.classify.Prediction;
import io.xunbao.ranker.classify.TextSplit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One table of classifiers of real reviews, by category and by mood: how many held-out texts each
 * gets right, and what learning and classifying cost in CPU time with one thread. All learn from
 * the same texts. Argument: the data folder.
 */
public final class ClassifierComparison {
  private static final long SEED = 42;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private ClassifierComparison() {}

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data");
    ClassifierComparison table = new ClassifierComparison();
    table.print("category", Reviews.read(data, "cat"));
    table.print("mood", Reviews.read(data, "label"));
  }

  private void print(String task, List<LabelledText> texts) {
    TextSplit split = TextSplit.of(texts, SEED);
    out.printf(
        Locale.ROOT,
        "%n%-30s %8s %9s %12s %11s %9s   (%,d to learn from, %,d held out)%n",
        task,
        "accuracy",
        "macro-F1",
        "calibration",
        "training s",
        "us a text",
        split.training().size(),
        split.heldOut().size());
    for (Contender contender : List.of(Contender.ours(), new TfIdfLogistic(), new DjlNetwork())) {
      print(contender, split);
    }
  }

  private void print(Contender contender, TextSplit split) {
    CpuTime learning = new CpuTime();
    Function<List<String>, Prediction> classifier = contender.train(split);
    double seconds = learning.seconds();
    List<String> labels =
        split.training().stream().map(LabelledText::label).distinct().sorted().toList();
    ClassifierReport.of(labels, split.calibration(), classifier); // warms up
    CpuTime classifying = new CpuTime();
    ClassifierReport report = ClassifierReport.of(labels, split.heldOut(), classifier);
    double micros = classifying.seconds() * 1e6 / split.heldOut().size();
    out.printf(
        Locale.ROOT,
        "%-30s %8.4f %9.4f %12.4f %11.1f %9.1f%n",
        contender.name(),
        report.accuracy(),
        report.macroF1(),
        report.calibrationError(),
        seconds,
        micros);
  }
}
