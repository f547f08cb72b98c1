package io.xunbao.queryapi.suggest;

import io.xunbao.indexer.search.Facets;
import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.queryapi.SearchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Completes what is being typed out of the catalogue alone: brands, categories and title words that
 * begin with it; then, for several words, the last one completed, where that finds products; then
 * what was typed together with a brand that sells it. Safe for use by several threads.
 */
public final class Suggester {
  private static final int MAX_TYPED = 64;
  private static final int LONGEST_TAIL = 8;
  private static final int MAX_TRIED = 5;
  private static final int MAX_BRANDED = 4;
  private static final Duration DEADLINE = Duration.ofMillis(100);
  private static final long KEPT_NANOS = Duration.ofSeconds(30).toNanos();

  private final SearchService service;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Known known;

  public Suggester(SearchService service) {
    this.service = service;
  }

  /** At most {@code size} completions, the best first, each text once. */
  public List<Suggestion> suggest(String typed, int size) {
    String prefix = Completions.folded(typed);
    if (prefix.isEmpty() || prefix.codePointCount(0, prefix.length()) > MAX_TYPED) {
      return List.of();
    }
    Completions completions = completions();
    Map<String, Suggestion> found = new LinkedHashMap<>();
    offer(found, completions.names(prefix, size));
    offer(found, completions.words(prefix, size));
    found.remove(prefix);
    if (found.size() < size) {
      offer(found, continued(prefix, completions));
    }
    if (found.size() < size) {
      offer(found, branded(prefix));
    }
    return found.values().stream().limit(size).toList();
  }

  /** The longest end of the text that a word continues, behind what stands before it. */
  private List<Suggestion> continued(String prefix, Completions completions) {
    int[] starts = prefix.codePoints().toArray();
    for (int from = Math.max(1, starts.length - LONGEST_TAIL); from < starts.length; from++) {
      String head = new String(starts, 0, from);
      String tail = new String(starts, from, starts.length - from);
      List<Suggestion> tails = tail.isBlank() ? List.of() : completions.words(tail, MAX_TRIED);
      if (!tails.isEmpty()) {
        return tails.stream()
            .map(word -> new Suggestion(head + word.text(), Suggestion.Kind.TITLE))
            .filter(whole -> findsSomething(whole.text()))
            .toList();
      }
    }
    return List.of();
  }

  private List<Suggestion> branded(String prefix) {
    SearchAnswer answer = service.search(request(prefix).build());
    List<Suggestion> found = new ArrayList<>();
    for (Facets.Value brand : answer.facets().brands()) {
      boolean named = prefix.contains(Completions.folded(brand.value()));
      if (!named && found.size() < MAX_BRANDED) {
        found.add(new Suggestion(brand.value() + " " + prefix, Suggestion.Kind.TITLE));
      }
    }
    return found;
  }

  private boolean findsSomething(String query) {
    SearchAnswer answer = service.search(request(query).facets(false).build());
    return !answer.hits().isEmpty();
  }

  private static SearchRequest.Builder request(String query) {
    return SearchRequest.builder(query).size(1).deadline(DEADLINE);
  }

  /** The vocabulary of a recent snapshot; read again only now and then, by one thread. */
  private Completions completions() {
    Known now = known;
    if (now != null && (isFresh(now) || !reading.tryLock())) {
      return now.completions();
    }
    if (now == null) {
      reading.lock();
    }
    try {
      Known other = known;
      if (other != null && isFresh(other)) {
        return other.completions();
      }
      Known read =
          new Known(
              service.serving().snapshot(),
              System.nanoTime(),
              new Completions(service.vocabulary()));
      known = read;
      return read.completions();
    } finally {
      reading.unlock();
    }
  }

  private boolean isFresh(Known vocabulary) {
    return System.nanoTime() - vocabulary.readAt() < KEPT_NANOS
        || vocabulary.snapshot().equals(service.serving().snapshot());
  }

  private static void offer(Map<String, Suggestion> found, List<Suggestion> suggestions) {
    suggestions.forEach(s -> found.putIfAbsent(Completions.folded(s.text()), s));
  }

  private record Known(String snapshot, long readAt, Completions completions) {}
}
