package io.xunbao.standalone.cli;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ranker.classify.Prediction;
import io.xunbao.ranker.classify.TextClassifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code xunbao classify}: the label of each line of standard input. */
@Command(
    name = "classify",
    description = {
      "Say which label each line of standard input has: label TAB confidence, a line each.",
      "Confidence is calibrated: of the lines with 0.9, about nine in ten are right."
    })
final class ClassifyCommand implements Callable<Integer> {
  private final InputStream in;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ClassifierChoice choice = new ClassifierChoice();

  ClassifyCommand() {
    this(System.in);
  }

  ClassifyCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    TextClassifier classifier = choice.load();
    Segmenter segmenter = new Segmenter(Lexicon.bundled());
    PrintWriter out = spec.commandLine().getOut();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Prediction said = classifier.classify(LabelledTexts.words(segmenter, line));
      out.printf(Locale.ROOT, "%s\t%.4f%n", said.label(), said.confidence());
    }
    out.flush();
    return ExitCode.DONE;
  }
}
