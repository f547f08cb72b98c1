package io.xunbao.queryapi.http;

import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.suggest.Suggester;
import io.xunbao.queryapi.suggest.Suggestion;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code GET /v1/suggest}: completions of what is being typed. They come from the catalogue alone,
 * so that nobody's query is ever shown to another.
 */
final class SuggestEndpoint implements Endpoint {
  private static final Set<String> PARAMETERS =
      Collections.unmodifiableSet(new LinkedHashSet<>(List.of("q", "size")));
  private static final int DEFAULT_SIZE = 8;
  private static final int MAX_SIZE = 20;

  private final Suggester suggester;

  SuggestEndpoint(SearchService service) {
    this.suggester = new Suggester(service);
  }

  @Override
  public String path() {
    return "/v1/suggest";
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
    String typed = parameters.text("q", "");
    int size = parameters.integer("size", DEFAULT_SIZE, 1, MAX_SIZE);
    List<SuggestionBody> suggestions =
        suggester.suggest(typed, size).stream().map(SuggestionBody::of).toList();
    return Reply.json(new Body(typed, suggestions));
  }

  /** Completions, the best first. */
  record Body(String query, List<SuggestionBody> suggestions) {}

  /** A text to search for, and whether it is a brand, a category or words of titles. */
  record SuggestionBody(String text, String kind) {
    static SuggestionBody of(Suggestion suggestion) {
      return new SuggestionBody(
          suggestion.text(), suggestion.kind().name().toLowerCase(Locale.ROOT));
    }
  }
}
