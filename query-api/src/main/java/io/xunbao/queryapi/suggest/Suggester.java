package io.xunbao.queryapi.suggest;

import io.xunbao.indexer.search.Facets;
import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.queryapi.SearchService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Completes a prefix with brands, categories and words of titles of the products it finds. */
public final class Suggester {
  private static final int LOOKED_AT = 30;
  private static final int MAX_TYPED = 64;

  private final SearchService service;

  public Suggester(SearchService service) {
    this.service = service;
  }

  /** At most {@code size} completions of what was typed, the best first, each text once. */
  public List<Suggestion> suggest(String typed, int size) {
    String wanted = typed.strip();
    if (wanted.isEmpty() || wanted.codePointCount(0, wanted.length()) > MAX_TYPED) {
      return List.of();
    }
    SearchAnswer answer = service.search(SearchRequest.builder(wanted).size(LOOKED_AT).build());
    Map<String, Suggestion> found = new LinkedHashMap<>();
    String lower = wanted.toLowerCase(Locale.ROOT);
    for (Facets.Value brand : answer.facets().brands()) {
      offer(found, brand.value(), Suggestion.Kind.BRAND, lower);
    }
    for (Facets.Value category : answer.facets().categories()) {
      String path = category.value();
      offer(
          found,
          path.substring(path.lastIndexOf('>') + 1).strip(),
          Suggestion.Kind.CATEGORY,
          lower);
    }
    List<Suggestion> all = new ArrayList<>(found.values());
    return all.subList(0, Math.min(size, all.size()));
  }

  private static void offer(
      Map<String, Suggestion> found, String text, Suggestion.Kind kind, String lower) {
    String key = text.toLowerCase(Locale.ROOT);
    if (key.contains(lower)) {
      found.putIfAbsent(key, new Suggestion(text, kind));
    }
  }
}
