package io.xunbao.ranker.model;

import io.xunbao.ranker.feature.FeatureSchema;
import java.io.IOException;
import java.util.Optional;

/**
 * The ranking model that serves, followed through promotions as {@link FollowedModel} does; a
 * version of another schema is refused like one that cannot be loaded.
 */
public final class CurrentModel {
  private final FollowedModel<Model> followed;

  /**
   * A model with its card.
   *
   * @param card names the version, for logs and answers
   */
  public record Loaded(ModelCard card, Model model) {}

  /** Follows a registry; only models of the given schema may serve. */
  public CurrentModel(ModelRegistry registry, FeatureSchema schema) {
    this.followed =
        new FollowedModel<>(registry, RankingModels.KIND, stored -> load(stored, schema));
  }

  /** The model that serves; empty where none could be loaded yet. */
  public Optional<Loaded> get() {
    return followed.get().map(loaded -> new Loaded(loaded.card(), loaded.model()));
  }

  /** Why the newest promoted version does not serve; empty where it does. */
  public String problem() {
    return followed.problem();
  }

  /** Looks whether another version was promoted and loads it; cheap where not. */
  public void refresh() {
    followed.refresh();
  }

  private static Model load(StoredModel stored, FeatureSchema schema) throws IOException {
    Model model = RankingModels.load(stored);
    if (!model.schema().equals(schema)) {
      throw new ModelRefused(
          "the model's schema is "
              + model.schema().fingerprint()
              + ", this version serves "
              + schema.fingerprint()
              + "; train again");
    }
    return model;
  }
}
