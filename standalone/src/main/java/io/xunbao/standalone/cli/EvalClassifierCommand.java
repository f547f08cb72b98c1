package io.xunbao.standalone.cli;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ranker.classify.ClassifierReport;
import io.xunbao.ranker.classify.LabelledText;
import io.xunbao.ranker.classify.TextClassifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code xunbao eval classifier}: how a classifier does on other texts. */
@Command(
    name = "classifier",
    description = {
      "Measure the classifier that serves on labelled texts.",
      "They should be none of those that it learned from: train prints the table of its held-out"
          + " ones."
    })
final class EvalClassifierCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin LabelledTexts inputs = new LabelledTexts();

  @Mixin ClassifierChoice choice = new ClassifierChoice();

  @Override
  public Integer call() throws IOException {
    TextClassifier classifier = choice.load();
    List<LabelledText> texts =
        inputs.read(new Segmenter(Lexicon.bundled()), spec.commandLine().getErr());
    if (texts.isEmpty()) {
      throw new CliException("no labelled text in " + inputs.file);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "texts        %d%n", texts.size());
    ClassifierTable.print(report(classifier, texts), out);
    out.flush();
    return ExitCode.DONE;
  }

  private ClassifierReport report(TextClassifier classifier, List<LabelledText> texts) {
    try {
      return ClassifierReport.of(classifier.labels(), texts, classifier::classify);
    } catch (IllegalArgumentException e) {
      throw new CliException(inputs.file + ", column " + inputs.label + ": " + e.getMessage(), e);
    }
  }
}
