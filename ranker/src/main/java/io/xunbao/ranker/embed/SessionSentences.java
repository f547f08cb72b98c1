package io.xunbao.ranker.embed;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What shoppers searched and looked at, as sentences to learn words from: a session is one
 * sentence, the words of its queries and of the titles behind its events in their order. So the
 * words of a query come to stand beside those of the titles that answered it.
 *
 * <p>A session is what the log calls one; where it names none, what a shopper did without a pause
 * of half an hour. Within a session a query or product counts once. What was only shown, or put
 * back, tells nothing and is left out.
 */
public final class SessionSentences {
  private static final Duration PAUSE = Duration.ofMinutes(30);
  private static final Set<EventType> SILENT = Set.of(EventType.IMPRESSION, EventType.UNCART);

  private final Function<String, List<String>> queryWords;
  private final Function<String, List<String>> titleWords;

  /**
   * @param queryWords cuts a query
   * @param titleWords the words of a product by its id; none where it is unknown
   */
  public SessionSentences(
      Function<String, List<String>> queryWords, Function<String, List<String>> titleWords) {
    this.queryWords = queryWords;
    this.titleWords = titleWords;
  }

  /** The sentences of at least two words, in the order in which the sessions began. */
  public List<List<String>> of(Collection<BehaviourEvent> events) {
    Map<String, Session> open = new HashMap<>();
    List<Session> sessions = new ArrayList<>();
    events.stream()
        .filter(event -> !SILENT.contains(event.type()))
        .sorted(Comparator.comparing(BehaviourEvent::at).thenComparing(BehaviourEvent::id))
        .forEach(
            event -> {
              Session session = open.get(key(event));
              if (session == null || session.isOver(event)) {
                session = new Session(event.session() != null);
                open.put(key(event), session);
                sessions.add(session);
              }
              session.add(event);
            });
    return sessions.stream().map(this::sentence).filter(words -> words.size() > 1).toList();
  }

  private static String key(BehaviourEvent event) {
    return event.session() == null ? event.user() : event.user() + '\n' + event.session();
  }

  private List<String> sentence(Session session) {
    List<String> words = new ArrayList<>();
    for (Seen seen : session.seen) {
      words.addAll((seen.query() ? queryWords : titleWords).apply(seen.text()));
    }
    return words;
  }

  /** A query as typed, or a product's id. */
  private record Seen(boolean query, String text) {}

  private static final class Session {
    private final boolean named;
    private final Set<Seen> seen = new LinkedHashSet<>();
    private Instant last = Instant.MIN;

    Session(boolean named) {
      this.named = named;
    }

    boolean isOver(BehaviourEvent next) {
      return !named && Duration.between(last, next.at()).compareTo(PAUSE) > 0;
    }

    void add(BehaviourEvent event) {
      last = event.at();
      if (event.query() != null) {
        seen.add(new Seen(true, event.query()));
      }
      if (event.product() != null) {
        seen.add(new Seen(false, event.product()));
      }
    }
  }
}
