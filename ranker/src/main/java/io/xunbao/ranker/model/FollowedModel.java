package io.xunbao.ranker.model;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The model of one kind that serves, followed through promotions. A version that cannot be loaded
 * is refused once, and the one before goes on serving. Safe for use by several threads: a reader
 * keeps the model that it got for as long as its request lasts.
 *
 * @param <T> what a model of the kind is in memory
 */
public final class FollowedModel<T> {
  private final ModelRegistry registry;
  private final String kind;
  private final Loader<T> loader;
  private final AtomicReference<State<T>> state = new AtomicReference<>(new State<>(null, "", ""));

  /** Reads a stored model into memory. */
  @FunctionalInterface
  public interface Loader<T> {
    /**
     * Reads and checks.
     *
     * @throws ModelRefused where the model must not serve
     */
    T load(StoredModel stored) throws IOException;
  }

  /**
   * A model with its card.
   *
   * @param card names the version, for logs and answers
   */
  public record Loaded<T>(ModelCard card, T model) {
    public String version() {
      return card.version();
    }
  }

  private record State<T>(@Nullable Loaded<T> loaded, String seen, String problem) {}

  public FollowedModel(ModelRegistry registry, String kind, Loader<T> loader) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.kind = Names.requireKind(kind);
    this.loader = Objects.requireNonNull(loader, "loader");
  }

  /** The model that serves; empty where none could be loaded yet. */
  public Optional<Loaded<T>> get() {
    return Optional.ofNullable(state.get().loaded());
  }

  /** Why the newest promoted version does not serve; empty where it does. */
  public String problem() {
    return state.get().problem();
  }

  /** Looks whether another version was promoted and loads it; cheap where not. */
  public synchronized void refresh() {
    State<T> before = state.get();
    String version = before.seen();
    try {
      version = registry.currentVersion(kind).orElse("");
      if (!version.equals(before.seen())) {
        state.set(new State<>(version.isEmpty() ? null : load(version), version, ""));
      }
    } catch (ModelRefused | IOException e) {
      String problem = kind + " " + version + ": " + e.getMessage();
      state.set(new State<>(before.loaded(), version, problem));
    }
  }

  private Loaded<T> load(String version) throws IOException {
    StoredModel stored = registry.open(kind, version);
    return new Loaded<>(stored.card(), loader.load(stored));
  }
}
