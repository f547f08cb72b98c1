package io.xunbao.queryapi.http;

import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import io.xunbao.queryapi.SearchRequest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code GET /v1/analyze}: the words that a text is cut into. */
final class AnalyzeEndpoint implements Endpoint {
  private static final Set<String> PARAMETERS =
      Collections.unmodifiableSet(new LinkedHashSet<>(List.of("text", "mode")));

  private final Segmenter segmenter;

  AnalyzeEndpoint(Segmenter segmenter) {
    this.segmenter = segmenter;
  }

  @Override
  public String path() {
    return "/v1/analyze";
  }

  @Override
  public Set<String> parameters() {
    return PARAMETERS;
  }

  @Override
  public boolean limited() {
    return true;
  }

  @Override
  public Reply answer(Parameters parameters) {
    String text = parameters.text("text", "");
    int length = text.codePointCount(0, text.length());
    if (length > SearchRequest.MAX_QUERY_CODE_POINTS) {
      throw Problems.badParameter(
          "text-too-long",
          "text",
          "text may have "
              + SearchRequest.MAX_QUERY_CODE_POINTS
              + " characters, got "
              + length
              + ": shorten it, or use the command line's analyze");
    }
    Mode mode =
        parameters.choice("mode", Mode.QUERY, List.of(Mode.values()), AnalyzeEndpoint::wireName);
    List<TokenBody> tokens = segmenter.segment(text, mode).stream().map(TokenBody::of).toList();
    return Reply.json(new Body(text, wireName(mode), tokens));
  }

  private static String wireName(Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  /** The words in the order of the text. */
  record Body(String text, String mode, List<TokenBody> tokens) {}

  /** A word in its normalised form, and where it stands in UTF-16 units. */
  record TokenBody(String text, int start, int end) {
    static TokenBody of(Token token) {
      return new TokenBody(token.text(), token.start(), token.end());
    }
  }
}
