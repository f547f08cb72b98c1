package io.xunbao.standalone.cli;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao segment}: the words of each line of standard input. */
@Command(
    name = "segment",
    description = {
      "Cut each line of standard input into words, separated by spaces.",
      "In query mode the words are the characters of the line as they stand, in index mode the terms."
    })
final class SegmentCommand implements Callable<Integer> {
  private final InputStream in;

  @Spec CommandSpec spec;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "index or query (default ${DEFAULT-VALUE}).")
  Mode mode = Mode.QUERY;

  SegmentCommand() {
    this(System.in);
  }

  SegmentCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    Segmenter segmenter = new Segmenter(Lexicon.bundled());
    PrintWriter out = spec.commandLine().getOut();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<Token> tokens = segmenter.segment(line, mode);
      out.print(
          mode == Mode.QUERY
              ? String.join(" ", pieces(line, tokens))
              : String.join(" ", tokens.stream().map(Token::text).toList()));
      out.print('\n');
    }
    out.flush();
    return ExitCode.DONE;
  }

  /**
   * A line cut at the tokens' borders; what lies between tokens is cut into runs of one character.
   */
  static List<String> pieces(String line, List<Token> tokens) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    for (Token token : tokens) {
      addMarks(line, at, token.start(), pieces);
      pieces.add(line.substring(token.start(), token.end()));
      at = token.end();
    }
    addMarks(line, at, line.length(), pieces);
    return pieces;
  }

  private static void addMarks(String line, int from, int to, List<String> pieces) {
    int start = from;
    while (start < to) {
      int end = start + 1;
      while (end < to && line.charAt(end) == line.charAt(start)) {
        end++;
      }
      if (!Character.isWhitespace(line.charAt(start))
          && !Character.isSpaceChar(line.charAt(start))) {
        pieces.add(line.substring(start, end));
      }
      start = end;
    }
  }
}
