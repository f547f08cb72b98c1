package io.xunbao.ranker.model;

import io.xunbao.ranker.feature.FeatureSchema;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The ranking model that serves, followed through promotions. A version that cannot be loaded or
 * has another schema is refused once, and the one before goes on serving. Safe for use by several
 * threads: a reader keeps the model that it got for as long as its request lasts.
 */
public final class CurrentModel {
  private final ModelRegistry registry;
  private final FeatureSchema schema;
  private final AtomicReference<State> state = new AtomicReference<>(new State(null, "", ""));

  /**
   * A model with its card.
   *
   * @param card names the version, for logs and answers
   */
  public record Loaded(ModelCard card, Model model) {}

  private record State(@Nullable Loaded loaded, String seen, String problem) {}

  /** Follows a registry; only models of the given schema may serve. */
  public CurrentModel(ModelRegistry registry, FeatureSchema schema) {
    this.registry = registry;
    this.schema = schema;
  }

  /** The model that serves; empty where none could be loaded yet. */
  public Optional<Loaded> get() {
    return Optional.ofNullable(state.get().loaded());
  }

  /** Why the newest promoted version does not serve; empty where it does. */
  public String problem() {
    return state.get().problem();
  }

  /** Looks whether another version was promoted and loads it; cheap where not. */
  public synchronized void refresh() {
    State before = state.get();
    String version = before.seen();
    try {
      version = registry.currentVersion(RankingModels.KIND).orElse("");
      if (!version.equals(before.seen())) {
        state.set(new State(version.isEmpty() ? null : load(version), version, ""));
      }
    } catch (ModelRefused | IOException e) {
      String problem = RankingModels.KIND + " " + version + ": " + e.getMessage();
      state.set(new State(before.loaded(), version, problem));
    }
  }

  private Loaded load(String version) throws IOException {
    StoredModel stored = registry.open(RankingModels.KIND, version);
    Model model = RankingModels.load(stored);
    if (!model.schema().equals(schema)) {
      throw new ModelRefused(
          "the model's schema is "
              + model.schema().fingerprint()
              + ", this version serves "
              + schema.fingerprint()
              + "; train again");
    }
    return new Loaded(stored.card(), model);
  }
}
