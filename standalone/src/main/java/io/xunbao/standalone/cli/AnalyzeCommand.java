package io.xunbao.standalone.cli;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code xunbao analyze}: the tokens of a text as JSON. */
@Command(
    name = "analyze",
    description = "Print the tokens of a text with offsets, positions and rules as JSON.")
final class AnalyzeCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "index or query (default ${DEFAULT-VALUE}).")
  Mode mode = Mode.INDEX;

  @Parameters(paramLabel = "TEXT", description = "What to analyze.")
  String text = "";

  @Override
  public Integer call() {
    Lexicon lexicon = Lexicon.bundled();
    List<Token> tokens = new Segmenter(lexicon).segment(text, mode);
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    spec.commandLine()
        .getOut()
        .println(json.writeValueAsString(new Analysis(text, mode, lexicon.version(), tokens)));
    return ExitCode.DONE;
  }

  /** What is printed. */
  record Analysis(String text, Mode mode, String lexicon, List<Token> tokens) {
    Analysis {
      tokens = List.copyOf(tokens);
    }
  }
}
